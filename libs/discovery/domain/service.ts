import { badInput, boundedNumber, type Instant, limitedText, requiredText } from '@stanch/kernel';

const LONGEST_NAME = 120;
const LONGEST_DESCRIPTION = 2_000;
const HIGHEST_COST = 1_000_000_000;

/** A thing IT provides, as the business knows it. */
export class Service {
  readonly id: string;
  readonly name: string;
  /** The name as it is compared: two services cannot differ in capitals or spaces alone. */
  readonly nameKey: string;
  readonly description: string;
  /** Who answers for it; null while nobody does. */
  readonly ownerId: string | null;
  /** Money a month, in the workspace's currency; null when nobody knows. */
  readonly monthlyCost: number | null;
  readonly createdAt: Instant;

  constructor(start: {
    id: string;
    name: string;
    createdAt: Instant;
    description?: string;
    ownerId?: string | null;
    monthlyCost?: number | null;
  }) {
    this.id = start.id;
    this.name = requiredText('name', 'The name of the service', start.name.replace(/\s+/gu, ' '), LONGEST_NAME);
    this.nameKey = serviceKey(this.name);
    this.description = limitedText('description', 'The description', start.description ?? '', LONGEST_DESCRIPTION);
    this.ownerId = start.ownerId ?? null;
    const cost = start.monthlyCost ?? null;
    this.monthlyCost = cost === null ? null : boundedNumber('monthlyCost', 'The monthly cost', cost, HIGHEST_COST);
    this.createdAt = start.createdAt;
  }
}

/** The form in which names of services are compared. */
export function serviceKey(name: string): string {
  return name.trim().replace(/\s+/gu, ' ').normalize('NFC').toLowerCase();
}

/** How much of a service's cost a business unit carries. */
export class ServiceUse {
  readonly serviceId: string;
  readonly businessUnitId: string;
  /** From 0 to 1. */
  readonly share: number;
  /** Whether the unit uses the service at all; a unit may pay for what it does not use. */
  readonly uses: boolean;

  constructor(start: { serviceId: string; businessUnitId: string; share: number; uses: boolean }) {
    if (!(start.share >= 0 && start.share <= 1)) throw badInput('share', 'A share lies between 0 and 1.');
    this.serviceId = start.serviceId;
    this.businessUnitId = start.businessUnitId;
    this.share = start.share;
    this.uses = start.uses;
  }
}

/** Refuses shares that give away more than the whole of a service's cost. */
export function assertSharesFit(uses: readonly Pick<ServiceUse, 'share'>[]): void {
  const whole = uses.reduce((sum, { share }) => sum + share, 0);
  // Thirds and the like are not exact in binary.
  if (whole > 1 + 1e-9) throw badInput('share', 'The shares of a service add up to more than all of its cost.');
}
