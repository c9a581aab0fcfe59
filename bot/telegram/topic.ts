import type { Message } from 'grammy/types';
import type { Api } from 'grammy/web';

/** The topic of a forum that a message was written in; undefined outside forums, and in their general topic. */
export const topicOf = (message: Message | undefined): number | undefined =>
  message?.is_topic_message ? message.message_thread_id : undefined;

/** Makes everything that is sent to a chat by this client go to one of its topics: what is asked there is answered there. */
export const stayInTopic = (api: Api, chat: number, topic: number): void => {
  api.config.use((call, method, payload, signal) => {
    const isSent = method.startsWith('send') && 'chat_id' in payload && payload.chat_id === chat;
    return call(method, isSent ? { ...payload, message_thread_id: topic } : payload, signal);
  });
};
