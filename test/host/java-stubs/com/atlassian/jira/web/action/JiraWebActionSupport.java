package com.atlassian.jira.web.action;

/** Stands in for Jira's class when the page's action is compiled and loaded in tests: what of it the action names. */
public class JiraWebActionSupport {
    public static final String SUCCESS = "success";

    public String doDefault() throws Exception {
        return "input";
    }

    protected String doExecute() throws Exception {
        return SUCCESS;
    }
}
