package com.gitintegrationcheckup.jira;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.web.action.JiraWebActionSupport;

/**
 * Lets Jira show the page of the panel, and nothing more: everything else happens in the browser.
 *
 * From Jira 9 on, an action answers only to the HTTP methods that its class declares, so the host's own class
 * can't be used as it is. Which of the two methods Jira asks, and whether it looks at them or at the class, is not
 * documented, so all three say the same. Jira knows actions by their simple name: this one must be unique among
 * all plugins.
 */
@SupportedMethods(RequestMethod.GET)
public class GitIntegrationCheckupPageAction extends JiraWebActionSupport {
    @Override
    @SupportedMethods(RequestMethod.GET)
    public String doDefault() {
        return SUCCESS;
    }

    @Override
    @SupportedMethods(RequestMethod.GET)
    protected String doExecute() {
        return SUCCESS;
    }
}
