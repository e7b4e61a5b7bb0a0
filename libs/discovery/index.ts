export { AddService, type AddServiceInput } from './application/add-service.js';
export { RecordInterview, type RecordInterviewInput } from './application/record-interview.js';
export { DiscoveryModule, discoveryMigrations } from './discovery.module.js';
export { Interview, Quote, Rating } from './domain/interview.js';
export { Service, serviceKey, ServiceUse } from './domain/service.js';
export { InterviewType, QUOTE_LOADER, QuoteType, SERVICE_LOADER, ServiceType } from './graphql/discovery.types.js';
export { discoveryEntities } from './persistence/mappings.js';
export { Quotes } from './persistence/quotes.js';
export { Services } from './persistence/services.js';
