import { useApolloClient, useQuery } from '@apollo/client/react';
import { sayError } from '../../graphql/say-error.js';
import { say } from '../../ui/toasts.js';
import { Blocked } from './blocked.js';
import { Choice } from './choice.js';
import { ConflictChoice } from './conflict-choice.js';
import styles from './facts.module.css';
import { PANEL_CHOICES } from './pain-point.graphql.js';
import { ADD_SERVICE, ADD_UNIT } from './pain-point-acts.graphql.js';
import { Section } from './section.js';
import { Tags } from './tags.js';
import { useOpenDetails, useRights } from './use-details.js';
import { useEdit } from './use-edit.js';

/** Who has it, whom it hits, what is behind it. */
export function Facts() {
  const { steers } = useRights();
  return <Section title="About it">{steers ? <EditableFacts /> : <FixedFacts />}</Section>;
}

function FixedFacts() {
  const { details } = useOpenDetails();
  const { works } = useRights();
  const { owner, businessUnit, service, tags, blocked, blockedReason } = details;
  const facts = [
    ['In hand of', owner?.name ?? 'nobody yet'],
    ['Hurts', businessUnit?.name],
    ['Service', service?.name],
    ['Tags', works && tags.join(', ')],
  ] as const;
  return (
    <>
      <dl className={styles['facts']}>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {blocked && (
        <p className={styles['blocked']}>
          <span>
            ■ <strong>Blocked</strong>
            {blockedReason && `: ${blockedReason}`}
          </span>
        </p>
      )}
    </>
  );
}

function EditableFacts() {
  const { details } = useOpenDetails();
  const { save, conflict, keepMine, takeTheirs } = useEdit();
  const { data, refetch } = useQuery(PANEL_CHOICES);
  const client = useApolloClient();
  const { owner, businessUnit, service } = details;
  const named = [...(data?.team.nodes ?? []), ...(data?.businessUnits ?? []), ...(data?.services ?? [])];

  const add = async (kind: 'unit' | 'service', name: string): Promise<boolean> => {
    try {
      if (kind === 'unit') {
        const { data: added } = await client.mutate({ mutation: ADD_UNIT, variables: { name } });
        if (added) await save({ businessUnitId: added.addBusinessUnit.id });
      } else {
        const { data: added } = await client.mutate({ mutation: ADD_SERVICE, variables: { name } });
        if (added) await save({ serviceId: added.addService.id });
      }
      await refetch();
      return true;
    } catch (error) {
      say(`“${name}” was not added. ${sayError(error)}`, { kind: 'heed' });
      return false;
    }
  };
  return (
    <>
      <div className={styles['facts']}>
        <Choice
          label="In hand of"
          none="nobody yet"
          value={owner}
          choices={data?.team.nodes}
          onChoose={(id, name) =>
            save({ ownerId: id }, undefined, { owner: id ? { __typename: 'Person', id, name } : null })
          }
        />
        <Choice
          label="Hurts"
          says="Business unit that it hurts"
          none="no unit named"
          value={businessUnit}
          choices={data?.businessUnits}
          onAdd={(name) => add('unit', name)}
          onChoose={(id, name) =>
            save({ businessUnitId: id }, undefined, {
              businessUnit: id ? { __typename: 'BusinessUnit', id, name } : null,
            })
          }
        />
        <Choice
          label="Service"
          none="not named"
          value={service}
          choices={data?.services}
          onAdd={(name) => add('service', name)}
          onChoose={(id, name) =>
            save({ serviceId: id }, undefined, { service: id ? { __typename: 'Service', id, name } : null })
          }
        />
        <Tags known={data?.tags ?? []} onSave={(tags) => save({ tags }, undefined, { tags })} />
        <Blocked />
      </div>
      {conflict && (
        <ConflictChoice
          conflict={conflict}
          nameOf={(id) => named.find((one) => one.id === id)?.name}
          onKeepMine={() => void keepMine()}
          onTakeTheirs={takeTheirs}
        />
      )}
    </>
  );
}
