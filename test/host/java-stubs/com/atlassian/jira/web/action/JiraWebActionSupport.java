package com.atlassian.jira.web.action;

/** Stands in for Jira's class when the page's action is compiled and loaded in tests. */
public class JiraWebActionSupport {
}
