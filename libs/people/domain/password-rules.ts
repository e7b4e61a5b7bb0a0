import { badInput } from '@stanch/kernel';

const SHORTEST = 10;
/** Long enough for any passphrase, short enough that hashing it costs nothing unusual. */
const LONGEST = 200;

/**
 * The commonest passwords of ten characters and more in published leaks, without the ones that `isMonotonous` or the
 * removal of trailing digits and signs finds anyway. Length does the rest; NIST SP 800-63B advises against more rules.
 */
const COMMONEST = new Set(
  `1234567890 0123456789 9876543210 0987654321 12345678910 123456789a a123456789 1q2w3e4r5t 1qaz2wsx3edc qwertyuiop
  qwertyuiop[] qwertzuiop asdfghjkl asdfghjklo zxcvbnm123 q1w2e3r4t5 1234qwerasdf qwer1234asdf qwerty12345 qwerty123456
  password password1 passwordpassword passw0rd p@ssw0rd p@ssword letmein letmeinnow welcome welcomeback welcome2
  iloveyou iloveyou2 administrator admin adminadmin changeme changemenow changeit football baseball basketball
  superman princess sunshine trustno1 startrek liverpool manchester michelle jennifer internet computer whatever
  passwort passwort1 geheim hallohallo willkommen sommer winter fruehling herbst schatz motdepasse contrasena
  summer autumn spring january february september october november december monday stanch stanchstanch workspace`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Refuses a password that is too easily guessed; says why. Returns it as it is to be hashed. */
export function checkedPassword(
  field: string,
  password: string,
  owner: { email: string | null; name: string },
): string {
  const normalised = normalisedPassword(password);
  const letters = [...normalised].length;
  if (letters < SHORTEST) {
    throw badInput(
      field,
      `The password has ${letters} characters; it needs at least ${SHORTEST}. A few words do well.`,
    );
  }
  if (letters > LONGEST) {
    throw badInput(field, `The password has ${letters} characters; at most ${LONGEST} are taken.`);
  }
  const plain = normalised.toLowerCase();
  if (isMonotonous(plain) || COMMONEST.has(plain) || COMMONEST.has(withoutTail(plain))) {
    throw badInput(field, 'This password is among the first that others would try. Please choose another.');
  }
  if (isOwn(plain, owner)) {
    throw badInput(field, 'The password must not be the name or the e-mail address. Please choose another.');
  }
  return normalised;
}

/** The same text typed on two machines can differ in code points; this makes them one (NIST SP 800-63B, 5.1.1.2). */
export function normalisedPassword(password: string): string {
  return password.normalize('NFKC');
}

/** Made of one or two different characters. */
function isMonotonous(password: string): boolean {
  return new Set(password).size <= 2;
}

function withoutTail(password: string): string {
  return password.replace(/[\d\p{P}\p{S}]+$/u, '');
}

function isOwn(password: string, owner: { email: string | null; name: string }): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, '');
  const own = [owner.email ?? '', owner.email?.split('@')[0] ?? '', owner.name].map(letters).filter((text) => text);
  return own.includes(letters(password)) || own.includes(letters(withoutTail(password)));
}
