package com.atlassian.jira.security.request;

/** Stands in for Jira's enum when the page's action is compiled and loaded in tests. */
public enum RequestMethod {
    GET
}
