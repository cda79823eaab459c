package com.atlassian.jira.security.request;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands in for Jira's annotation when the page's action is compiled and loaded in tests. */
@Retention(RetentionPolicy.RUNTIME)
public @interface SupportedMethods {
    RequestMethod[] value();
}
