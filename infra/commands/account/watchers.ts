import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { ListSubscriptionsByTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Settings } from '../../cdk/settings.ts';

/** Who gets the alarms, and which have gone off. */
export type Watchers = Readonly<{
  /** The addresses that a topic sends to, and whether each was confirmed. */
  subscribers: (topic: string) => Promise<readonly Readonly<{ address: string; isConfirmed: boolean }>[]>;
  /** The names of the alarms of this stage that have gone off. */
  firing: () => Promise<readonly string[]>;
}>;

export const openWatchers = ({ stage, region }: Settings): Watchers => ({
  subscribers: async TopicArn => {
    const client = new SNSClient({ region });
    const { Subscriptions = [] } = await client.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
    return Subscriptions.map(({ Endpoint: address = '', SubscriptionArn: arn }) => ({
      address,
      // Until then it is "PendingConfirmation".
      isConfirmed: arn?.startsWith('arn:') ?? false,
    }));
  },
  firing: async () => {
    const client = new CloudWatchClient({ region });
    const names: string[] = [];
    let NextToken: string | undefined;
    do {
      const page = await client.send(
        new DescribeAlarmsCommand({ AlarmNamePrefix: `svidok-${stage}-`, StateValue: 'ALARM', NextToken }),
      );
      names.push(...(page.MetricAlarms ?? []).map(({ AlarmName = '' }) => AlarmName));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    return names;
  },
});

/** What keeps people from being told of alarms, a line each; none when all is well. */
export const findUntold = async (
  { notify }: Settings,
  topic: string | undefined,
  { subscribers }: Pick<Watchers, 'subscribers'>,
): Promise<readonly string[]> => {
  if (notify.length === 0)
    return ['Nobody is told when something is wrong: put e-mail addresses into "notify" in cdk.json.'];
  const known = topic === undefined ? [] : await subscribers(topic);
  const confirmed = new Set(known.filter(one => one.isConfirmed).map(({ address }) => address));
  const open = notify.filter(address => !confirmed.has(address));
  return [
    ...(open.length === notify.length
      ? ['Nobody is told yet when something is wrong, because nobody has confirmed.']
      : []),
    ...open.map(address => `${address} must follow the link in the e-mail "AWS Notification" to be told.`),
  ];
};
