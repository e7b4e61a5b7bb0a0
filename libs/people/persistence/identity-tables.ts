/** The tables of better-auth as we name them; `person` is its user. Times are ISO texts like ours. */
export interface IdentityTables {
  session: {
    id: string;
    person_id: string;
    token: string;
    expires_at: string;
    ip_address: string | null;
    user_agent: string | null;
    created_at: string;
    updated_at: string;
  };
  credential: {
    id: string;
    person_id: string;
    account_id: string;
    provider_id: string;
    password: string | null;
    created_at: string;
    updated_at: string;
  };
  verification: {
    id: string;
    identifier: string;
    value: string;
    expires_at: string;
  };
  person: { id: string; email: string | null; email_verified: boolean };
}
