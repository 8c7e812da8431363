/** The address an invited person opens: a page of the client, which then asks the API about the token. */
export const invitationLink = (origin: string, token: string): string => `${origin}/invitations/${token}`;
