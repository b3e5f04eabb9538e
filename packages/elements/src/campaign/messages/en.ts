import { formEnglish } from '../../form/messages/en.ts';

/** What every campaign's form shows at first sight, whatever its file says. */
export const campaignEnglish = {
  ...formEnglish,
  kindLegend: 'Sign as',
  failed: 'You have not signed yet',
  test: 'Test mode: nothing that is entered here is sent or counted.',
};
