/** Pages that come where data was asked for. */

export const LOGIN_PAGE =
  '<!DOCTYPE html>\n<html><head><title>Log in - Jira</title></head><body><form id="login-form" action="/jira/login.jsp" method="post"><input name="os_username"><input name="os_password" type="password"></form></body></html>';

export const WEBSUDO_PAGE =
  '<!DOCTYPE html>\n<html><head><title>Administrator Access</title></head><body><form action="/jira/secure/admin/WebSudoAuthenticate.jspa" method="post"><input name="webSudoPassword" type="password"></form></body></html>';

export const ERROR_PAGE =
  "<!doctype html><html><head><title>Oops</title></head><body><h1>Sorry, we had some technical problems</h1><p>Log's referral number: 4c7a</p></body></html>";

export const PROXY_PAGE =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body>\r\n</html>\r\n';

export const XML =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><status><status-code>200</status-code><message>null for uri</message></status>';

/** Jira's Scheduler details without GIJ's job. */
export const OTHER_JOBS =
  '<!DOCTYPE html><html><body><table class="runners"><tbody><tr class="runner" data-runner-id="1"><td class="runner-key" data-runner-key="com.atlassian.jira.service.JiraService">JiraService</td></tr><tr class="job-details" data-runner-id="1"><td><dl class="details"><dt>Schedule</dt><dd class="schedule">1 minute</dd></dl></td></tr></tbody></table></body></html>';
