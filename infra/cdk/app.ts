/** The CDK app: bundles the Lambda entries, then synthesizes the stacks of one stage (`-c stage=prod`, else dev). */
import { App } from 'aws-cdk-lib';
import { buildFolder, bundle, entries } from './bundle.ts';
import { readSettings } from './settings.ts';
import { addSvidok } from './stacks.ts';

const app = new App();
const settings = readSettings(key => app.node.tryGetContext(key));
await Promise.all(entries.map(entry => bundle(entry)));
addSvidok(app, settings, buildFolder);
app.synth();
