import type { PageLanguage } from '../pages/page.ts';

/** What somebody is to confirm. */
export type Deed = 'join' | 'sign' | 'campaign';

interface Words {
  mail: {
    subject: string;
    /** With `{name}`, and without a name. */
    greeting: string;
    greetingWithoutName: string;
    /** `{title}` is that of the campaign. */
    deed: Record<Deed, string>;
    ask: string;
    action: string;
    /** With `{days}` or `{hours}`. */
    days: string;
    hours: string;
    ignore: string;
    known: { subject: string; text: Record<Deed, string>; ignore: string };
  };
  page: {
    ask: { title: string; text: Record<Deed, string>; action: string; ignore: string };
    done: Record<'join' | 'sign', { title: string; text: string }>;
    unknown: { title: string; text: string };
    expired: { title: string; text: string };
    closed: { title: string; text: string };
    failed: { title: string; text: string };
  };
}

export const words: Record<PageLanguage, Words> = {
  en: {
    mail: {
      subject: 'One more step: please confirm',
      greeting: 'Hello {name},',
      greetingWithoutName: 'Hello,',
      deed: {
        join: "Somebody used this email address to join The Children's Movement of California as Pro-Kid.",
        sign: 'Somebody used this email address to sign.',
        campaign: 'Somebody used this email address to sign “{title}”.',
      },
      ask: 'Was it you? Then open this link and press the button there. You are counted after that.',
      action: 'Confirm',
      days: 'The link works for {days} days.',
      hours: 'The link works for {hours} hours.',
      ignore: 'If it was not you, do nothing. Then nothing is counted.',
      known: {
        subject: 'You are in already',
        text: {
          join: "This email address was used once more to join The Children's Movement of California as Pro-Kid. You are in already, and count once. There is nothing for you to do.",
          sign: 'This email address was used to sign once more. You have signed already, and count once. There is nothing for you to do.',
          campaign:
            'This email address was used to sign “{title}” once more. You have signed already, and count once. There is nothing for you to do.',
        },
        ignore: 'If it was not you, you need not do anything either.',
      },
    },
    page: {
      ask: {
        title: 'Was it you?',
        text: {
          join: "Please confirm that you want to join The Children's Movement of California as Pro-Kid.",
          sign: 'Please confirm that you want to sign.',
          campaign: 'Please confirm that you want to sign “{title}”.',
        },
        action: 'Yes, it was me',
        ignore: 'If it was not you, close this page. Then nothing is counted.',
      },
      done: {
        join: {
          title: 'Thank you! You are in.',
          text: "You have joined The Children's Movement of California as Pro-Kid.",
        },
        sign: { title: 'Thank you! You have signed.', text: 'Your signature is confirmed.' },
      },
      unknown: {
        title: 'This link does not work',
        text: 'It may be cut short, or very old. Nothing was changed. Open the link in the email again, or copy all of it.',
      },
      expired: {
        title: 'This link is too old',
        text: 'Nothing was counted. You can fill in the form again, and you get a new email.',
      },
      closed: {
        title: 'This campaign is closed',
        text: 'It takes no more signatures. Yours was not confirmed in time, and is not counted.',
      },
      failed: {
        title: 'That did not work',
        text: 'Something failed here, and nothing was changed. Please open the link again in a minute.',
      },
    },
  },
  es: {
    mail: {
      subject: 'Falta un paso: por favor, confirme',
      greeting: 'Hola, {name}:',
      greetingWithoutName: 'Hola:',
      deed: {
        join: "Alguien usó este correo electrónico para unirse a The Children's Movement of California como Pro-Kid.",
        sign: 'Alguien usó este correo electrónico para firmar.',
        campaign: 'Alguien usó este correo electrónico para firmar «{title}».',
      },
      ask: '¿Fue usted? Entonces abra este enlace y pulse el botón. Después de eso se le cuenta.',
      action: 'Confirmar',
      days: 'El enlace funciona durante {days} días.',
      hours: 'El enlace funciona durante {hours} horas.',
      ignore: 'Si no fue usted, no haga nada. Así no se cuenta nada.',
      known: {
        subject: 'Ya es parte',
        text: {
          join: "Este correo electrónico se usó otra vez para unirse a The Children's Movement of California como Pro-Kid. Ya es parte y cuenta una vez. No tiene que hacer nada.",
          sign: 'Este correo electrónico se usó otra vez para firmar. Su firma ya está y cuenta una vez. No tiene que hacer nada.',
          campaign:
            'Este correo electrónico se usó otra vez para firmar «{title}». Su firma ya está y cuenta una vez. No tiene que hacer nada.',
        },
        ignore: 'Si no fue usted, tampoco tiene que hacer nada.',
      },
    },
    page: {
      ask: {
        title: '¿Fue usted?',
        text: {
          join: "Confirme que quiere unirse a The Children's Movement of California como Pro-Kid.",
          sign: 'Confirme que quiere firmar.',
          campaign: 'Confirme que quiere firmar «{title}».',
        },
        action: 'Sí, fui yo',
        ignore: 'Si no fue usted, cierre esta página. Así no se cuenta nada.',
      },
      done: {
        join: {
          title: '¡Gracias! Ya es parte.',
          text: "Se ha unido a The Children's Movement of California como Pro-Kid.",
        },
        sign: { title: '¡Gracias! Ya firmó.', text: 'Su firma está confirmada.' },
      },
      unknown: {
        title: 'Este enlace no funciona',
        text: 'Quizás está incompleto o es muy antiguo. No se cambió nada. Abra otra vez el enlace del correo o cópielo entero.',
      },
      expired: {
        title: 'Este enlace es demasiado antiguo',
        text: 'No se contó nada. Puede llenar el formulario otra vez y recibirá un nuevo correo.',
      },
      closed: {
        title: 'Esta campaña terminó',
        text: 'Ya no se puede firmar. Su firma no se confirmó a tiempo y no se cuenta.',
      },
      failed: {
        title: 'Eso no funcionó',
        text: 'Algo falló aquí y no se cambió nada. Abra el enlace otra vez en un minuto.',
      },
    },
  },
};
