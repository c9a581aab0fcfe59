import type { TestProject } from 'vitest/node';
import { startDynamo } from '../../../infra/local/dynamodb.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    dynamoEndpoint: string;
  }
}

/** One DynamoDB Local in memory for the whole run; each test file has tables of its own in it. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const dynamo = await startDynamo();
  project.provide('dynamoEndpoint', dynamo.endpoint);
  return dynamo.stop;
};
