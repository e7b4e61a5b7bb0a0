/** The live topic of what a person is told. */
export function notificationTopic(personId: string): string {
  return `notifications:${personId}`;
}
