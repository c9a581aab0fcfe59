export const moderator = {};
