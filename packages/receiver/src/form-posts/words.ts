import type { PageLanguage } from '../pages/page.ts';

/** What somebody did who is thanked. */
export type Deed = 'join' | 'sign';

interface Words {
  thanks: Record<Deed | 'pending', { title: string; text: string }>;
  /** A link back to the partner's site, with `{site}`. */
  backTo: string;
  problem: string;
  /** How to get back to the form with what was typed. */
  goBack: string;
  /** By the path of a field, then by its code where there is one. */
  fields: Record<string, string>;
  otherField: string;
  failed: string;
  origin: string;
  tooLarge: string;
  busy: string;
  closed: string;
  notOpen: string;
  failure: string;
}

export const words: Record<PageLanguage, Words> = {
  en: {
    thanks: {
      join: {
        title: 'Thank you! You are in.',
        text: "You have joined The Children's Movement of California as Pro-Kid.",
      },
      sign: { title: 'Thank you! You have signed.', text: 'Your signature is stored.' },
      pending: {
        title: 'One more step',
        text: 'Thank you. Your form is stored. Open the email that you will get, and confirm that it was you.',
      },
    },
    backTo: 'Back to {site}',
    problem: 'There is a problem',
    goBack:
      'Go back with your browser’s Back button: what you typed is still there. Then send it again.',
    fields: {
      '/member/givenName': 'Enter your first name',
      '/member/familyName': 'Enter your last name',
      '/member/email': 'Enter an email address with an @ sign, like name@example.org',
      '/member/telephone': 'Enter your phone number',
      '/member/postalCode': 'Enter a ZIP code with 5 digits, like 95814',
      '/member/name': 'Enter the name of your organization',
      '/member/url': 'Enter a website address, like example.org',
      '/member/jobTitle': 'Enter your job title',
      '/member/authorized': 'Tick the box to say that you may speak for this organization',
      '/pledge/commitments': 'Choose what you want to pledge',
      '/pledge/comment': 'Look at your comment again',
      '/petition/comment': 'Look at your comment again',
      '/answers': 'Look at your answers again',
      '/consents': 'Tick the boxes that are needed',
    },
    otherField: 'Something in the form was not accepted',
    failed: 'You are not signed up yet',
    origin: 'This form is on a site that may not send sign-ups here. Please tell the site’s owner.',
    tooLarge: 'What you wrote is too long. Please shorten it.',
    busy: 'Many people sign up just now, and your form was not taken. Please try again in a minute.',
    closed: 'This campaign is closed. It takes no more signatures.',
    notOpen: 'This campaign is not open yet.',
    failure: 'Your form was not taken, since something failed here. Please try again in a minute.',
  },
  es: {
    thanks: {
      join: {
        title: '¡Gracias! Ya es parte.',
        text: "Se ha unido a The Children's Movement of California como Pro-Kid.",
      },
      sign: { title: '¡Gracias! Ya firmó.', text: 'Su firma está guardada.' },
      pending: {
        title: 'Falta un paso',
        text: 'Gracias. Su formulario está guardado. Abra el correo que recibirá y confirme que fue usted.',
      },
    },
    backTo: 'Volver a {site}',
    problem: 'Hay un problema',
    goBack:
      'Vuelva con el botón Atrás de su navegador: lo que escribió sigue ahí. Luego envíelo otra vez.',
    fields: {
      '/member/givenName': 'Escriba su nombre',
      '/member/familyName': 'Escriba su apellido',
      '/member/email': 'Escriba un correo electrónico con el signo @, como nombre@example.org',
      '/member/telephone': 'Escriba su teléfono',
      '/member/postalCode': 'Escriba un código postal de 5 dígitos, como 95814',
      '/member/name': 'Escriba el nombre de su organización',
      '/member/url': 'Escriba un sitio web, como example.org',
      '/member/jobTitle': 'Escriba su cargo',
      '/member/authorized':
        'Marque la casilla para indicar que puede hablar en nombre de esta organización',
      '/pledge/commitments': 'Elija a qué se compromete',
      '/pledge/comment': 'Revise su comentario',
      '/petition/comment': 'Revise su comentario',
      '/answers': 'Revise sus respuestas',
      '/consents': 'Marque las casillas necesarias',
    },
    otherField: 'Algo en el formulario no fue aceptado',
    failed: 'Su inscripción aún no está hecha',
    origin:
      'Este formulario está en un sitio que no puede enviar inscripciones aquí. Avise a quien administra el sitio.',
    tooLarge: 'Lo que escribió es demasiado largo. Acórtelo, por favor.',
    busy: 'Muchas personas se inscriben en este momento y su formulario no se recibió. Intente de nuevo en un minuto.',
    closed: 'Esta campaña terminó. Ya no se puede firmar.',
    notOpen: 'Esta campaña aún no está abierta.',
    failure: 'Su formulario no se recibió porque algo falló aquí. Intente de nuevo en un minuto.',
  },
};
