/** What was written to the console as error or warning since the test began. */
export const complaints: unknown[][] = [];

/** Takes them out: for a test that means them to be written. */
export function takeComplaints(): unknown[][] {
  return complaints.splice(0);
}
