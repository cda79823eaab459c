/** Address of a page of the vendor's documentation. */
export function vendorPage(page: string): string {
  return `https://help.gitkraken.com/git-integration-for-jira-data-center/${page}`;
}
