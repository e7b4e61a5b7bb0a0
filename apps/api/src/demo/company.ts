import type { Role } from '@stanch/people';
import type { Who } from './story.js';

/** Fernwick Foods: eleven bakeries, a central kitchen, lorries, and an IT that has promised too much too often. */
export const company = {
  name: 'Fernwick Foods',
  currency: 'EUR',
  hourlyCost: 42,
  timeZone: 'Europe/Berlin',
  locale: 'en-GB',
};

export const units = ['Bakeries', 'Logistics', 'Finance & People'] as const;
type Unit = (typeof units)[number];

/** Who works there. Ruth runs the company and owns the workspace; Nora leads IT. */
export const staff: Readonly<Record<Who, { name: string; role: Role; unit: Unit | null }>> = {
  ruth: { name: 'Ruth Calder', role: 'ADMIN', unit: null },
  nora: { name: 'Nora Lindqvist', role: 'LEAD', unit: null },
  samir: { name: 'Samir Haddad', role: 'IT', unit: null },
  julia: { name: 'Julia Petrov', role: 'IT', unit: null },
  tobias: { name: 'Tobias Wenk', role: 'IT', unit: null },
  greta: { name: 'Greta Olsen', role: 'SPONSOR', unit: 'Bakeries' },
  kwame: { name: 'Kwame Boateng', role: 'SPONSOR', unit: 'Bakeries' },
  lucia: { name: 'Lucia Ferrari', role: 'SPONSOR', unit: 'Bakeries' },
  pavel: { name: 'Pavel Novák', role: 'SPONSOR', unit: 'Logistics' },
  amina: { name: 'Amina Yusuf', role: 'SPONSOR', unit: 'Logistics' },
  hugo: { name: 'Hugo Martens', role: 'SPONSOR', unit: 'Finance & People' },
  edith: { name: 'Edith Brandt', role: 'SPONSOR', unit: 'Finance & People' },
};

interface DemoService {
  name: string;
  description: string;
  owner: Who;
  monthlyCost: number;
  /** Which share of the cost each unit carries; a unit marked with `false` pays without using it. */
  shares: Partial<Record<Unit, readonly [share: number, uses: boolean]>>;
}

/** What IT provides, what it costs a month, and who carries the cost whether they use it or not. */
export const services: readonly DemoService[] = [
  {
    name: 'Till system',
    description: 'The tills in the shops and what they send to the head office at night.',
    owner: 'samir',
    monthlyCost: 9_400,
    shares: { Bakeries: [0.6, true], Logistics: [0.2, false], 'Finance & People': [0.2, true] },
  },
  {
    name: 'Ordering',
    description: 'Shops order flour, fillings and bags for the next morning.',
    owner: 'julia',
    monthlyCost: 6_800,
    shares: { Bakeries: [0.5, true], Logistics: [0.5, true] },
  },
  {
    name: 'Route planning',
    description: 'Which lorry goes where, and when it should be there.',
    owner: 'tobias',
    monthlyCost: 5_200,
    shares: { Bakeries: [0.34, false], Logistics: [0.33, true], 'Finance & People': [0.33, false] },
  },
  {
    name: 'Accounting',
    description: 'Books, invoices and the month-end close.',
    owner: 'julia',
    monthlyCost: 7_900,
    shares: { Bakeries: [0.33, false], Logistics: [0.33, false], 'Finance & People': [0.34, true] },
  },
  {
    name: 'Rota and leave',
    description: 'Who works when, and who is away.',
    owner: 'samir',
    monthlyCost: 2_100,
    shares: { Bakeries: [0.5, true], Logistics: [0.3, true], 'Finance & People': [0.2, true] },
  },
  {
    name: 'Laptops and phones',
    description: 'The devices people carry.',
    owner: 'tobias',
    monthlyCost: 11_300,
    shares: { Bakeries: [0.34, true], Logistics: [0.33, true], 'Finance & People': [0.33, true] },
  },
  {
    name: 'Mail and files',
    description: 'Mail, shared folders and meetings on screen.',
    owner: 'tobias',
    monthlyCost: 4_600,
    shares: { Bakeries: [0.34, true], Logistics: [0.33, true], 'Finance & People': [0.33, true] },
  },
  {
    name: 'IT as a whole',
    description: 'Everything that comes as one line on the invoice.',
    owner: 'nora',
    monthlyCost: 14_000,
    shares: { Bakeries: [0.34, true], Logistics: [0.33, true], 'Finance & People': [0.33, true] },
  },
];

/** How well the services do, as people said in their interviews: 1 (badly) to 5 (well). */
export const ratings: Readonly<Partial<Record<Who, Readonly<Record<string, number>>>>> = {
  greta: { 'Till system': 2, Ordering: 2, 'IT as a whole': 1 },
  kwame: { 'Till system': 1, Ordering: 3 },
  lucia: { Ordering: 2, 'Rota and leave': 2 },
  pavel: { 'Route planning': 2, 'Laptops and phones': 2, 'IT as a whole': 2 },
  amina: { Ordering: 1, 'Laptops and phones': 2 },
  hugo: { Accounting: 2, 'IT as a whole': 1, 'Mail and files': 4 },
  edith: { 'Rota and leave': 1, 'IT as a whole': 2, 'Mail and files': 3 },
};
