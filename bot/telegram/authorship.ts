import type { Message } from 'grammy/types';

/** Whether somebody else wrote what a message says: it is forwarded, or another bot wrote it on request. */
export const isByOthers = ({
  forward_origin: origin,
  via_bot: bot,
}: Pick<Message, 'forward_origin' | 'via_bot'>): boolean => origin !== undefined || bot !== undefined;
