/** The domain of the sender's address: the part of a Message-ID after the @. */
export function domainOf(mailFrom: string): string {
  const domain = /@([^<>@\s]+?)>?\s*$/u.exec(mailFrom)?.[1] ?? 'localhost';
  return /^[\w.-]+$/u.test(domain) ? domain : 'localhost';
}

/** The thread of a pain point, as a Message-ID that all its mails refer to. */
export function threadOf(painPointId: string, messageId: string): string {
  return `<pain-point-${painPointId}${messageId.slice(messageId.lastIndexOf('@'))}`;
}
