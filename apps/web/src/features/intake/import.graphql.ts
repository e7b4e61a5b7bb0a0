import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CancelImportMutation,
  CancelImportMutationVariables,
  ImportProgressedSubscription,
  ImportProgressedSubscriptionVariables,
  ImportRunQuery,
  ImportRunQueryVariables,
  PreviewImportMutation,
  PreviewImportMutationVariables,
  RunImportMutation,
  RunImportMutationVariables,
} from '../../graphql/generated/types.js';

export type ImportRun = ImportRunQuery['importRun'];
export type ImportColumn = ImportRun['columns'][number];

const IMPORT_STATE = gql`
  fragment ImportState on ImportRun {
    id
    fileName
    state
    done
    rowCount
    newCount
    mergedCount
    alreadyThereCount
    failedCount
    error
  }
`;

const IMPORT_PREVIEW = gql`
  fragment ImportPreview on ImportRun {
    ...ImportState
    encoding
    delimiter
    columns {
      column
      heading
      samples
      field
    }
    newPeople
    newBusinessUnits
    newServices
    problemCount
    problems {
      row
      column
      heading
      value
      severity
      message
    }
    repeats {
      row
      ofRow
      title
      reason
    }
    rows(first: $rows) {
      row
      title
      raiser
      businessUnit
      service
      stage
      date
      bleedPerWeek
      alreadyThere
    }
  }
  ${IMPORT_STATE}
`;

export const IMPORT_RUN: TypedDocumentNode<ImportRunQuery, ImportRunQueryVariables> = gql`
  query ImportRun($id: ID!, $rows: Int!) {
    importRun(id: $id) {
      ...ImportPreview
    }
  }
  ${IMPORT_PREVIEW}
`;

export const PREVIEW_IMPORT: TypedDocumentNode<PreviewImportMutation, PreviewImportMutationVariables> = gql`
  mutation PreviewImport($input: ImportInput!, $rows: Int!) {
    previewImport(input: $input) {
      ...ImportPreview
    }
  }
  ${IMPORT_PREVIEW}
`;

export const RUN_IMPORT: TypedDocumentNode<RunImportMutation, RunImportMutationVariables> = gql`
  mutation RunImport($input: ImportInput!) {
    runImport(input: $input) {
      ...ImportState
    }
  }
  ${IMPORT_STATE}
`;

export const CANCEL_IMPORT: TypedDocumentNode<CancelImportMutation, CancelImportMutationVariables> = gql`
  mutation CancelImport($id: ID!) {
    cancelImport(id: $id) {
      ...ImportState
    }
  }
  ${IMPORT_STATE}
`;

export const IMPORT_PROGRESSED: TypedDocumentNode<ImportProgressedSubscription, ImportProgressedSubscriptionVariables> =
  gql`
    subscription ImportProgressed($id: ID!) {
      importProgressed(id: $id) {
        ...ImportState
      }
    }
    ${IMPORT_STATE}
  `;
