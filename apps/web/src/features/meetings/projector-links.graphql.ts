import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  MakeProjectorLinkMutation,
  MakeProjectorLinkMutationVariables,
  ProjectorLinksQuery,
  RevokeProjectorLinkMutation,
  RevokeProjectorLinkMutationVariables,
} from '../../graphql/generated/types.js';

export type ProjectorLink = ProjectorLinksQuery['projectorLinks'][number];

export const PROJECTOR_LINKS: TypedDocumentNode<ProjectorLinksQuery> = gql`
  query ProjectorLinks {
    projectorLinks {
      id
      name
      madeAt
      lastUsedAt
    }
  }
`;

export const MAKE_PROJECTOR_LINK: TypedDocumentNode<MakeProjectorLinkMutation, MakeProjectorLinkMutationVariables> =
  gql`
    mutation MakeProjectorLink($name: String!) {
      makeProjectorLink(name: $name) {
        url
        link {
          id
        }
      }
    }
  `;

export const REVOKE_PROJECTOR_LINK: TypedDocumentNode<
  RevokeProjectorLinkMutation,
  RevokeProjectorLinkMutationVariables
> = gql`
  mutation RevokeProjectorLink($id: ID!) {
    revokeProjectorLink(id: $id)
  }
`;
