import type { PageLanguage } from '../pages/page.ts';

/** What somebody did who is thanked. */
export type Deed = 'join' | 'sign';

export interface Words {
  thanks: Record<Deed | 'pending', { title: string; text: string }>;
  /** A link back to the partner's site, with `{site}`. */
  backTo: string;
  problem: string;
  /** How to get back to the form, and how far what was typed is still there. */
  goBack: string;
  /** By the path of a field, without the numbers in it: how it is called, and what to do about it. */
  fields: Record<string, { name: string; ask: string }>;
  /** Of a text that is too long, with `{name}` of its field. */
  fewer: string;
  /** Of a text with characters that are none, with `{name}` of its field. */
  plain: string;
  /** Of what no visitor can mend. */
  faulty: string;
  test: string;
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
      'Go back with your browser’s Back button. Most browsers have kept what you typed. Then send the form again.',
    fields: {
      '/member/givenName': { name: 'First name', ask: 'Enter your first name' },
      '/member/familyName': { name: 'Last name', ask: 'Enter your last name' },
      '/member/email': {
        name: 'Email address',
        ask: 'Enter an email address with an @ sign, like name@example.org',
      },
      '/member/telephone': { name: 'Phone number', ask: 'Enter your phone number' },
      '/member/postalCode': { name: 'ZIP code', ask: 'Enter a ZIP code with 5 digits, like 95814' },
      '/member/name': { name: 'Organization name', ask: 'Enter the name of your organization' },
      '/member/url': { name: 'Website', ask: 'Enter a website address, like example.org' },
      '/member/jobTitle': { name: 'Your job title', ask: 'Enter your job title' },
      '/member/authorized': {
        name: 'I may speak for this organization',
        ask: 'Tick the box to say that you may speak for this organization',
      },
      '/pledge/commitments': { name: 'Pledge', ask: 'Choose what you want to pledge' },
      '/pledge/comment': { name: 'Comment', ask: 'Write a comment' },
      '/petition/comment': { name: 'Comment', ask: 'Write a comment' },
      '/answers': { name: 'Answers', ask: 'Answer the questions that need an answer' },
      '/consents': { name: 'Consents', ask: 'Tick the boxes that are needed' },
      '/consents/granted': { name: 'Consents', ask: 'Tick the boxes that are needed' },
    },
    fewer: '{name}: use fewer characters',
    plain: '{name}: use plain letters, numbers and signs',
    faulty: 'This form has a fault. Please tell the site’s owner.',
    test: 'This campaign is only being tried out. It takes no signatures yet.',
    failed: 'You are not signed up yet',
    origin: 'This form is on a site that may not send sign-ups here. Please tell the site’s owner.',
    tooLarge: 'What you wrote is too long. Please shorten it.',
    busy: 'Many people sign up just now, and your form was not taken. Please try again in a minute.',
    closed: 'This campaign is closed. It takes no more signatures.',
    notOpen: 'This campaign is not open yet.',
    failure:
      'Something failed here, so we cannot say that your form was stored. Please try again in a minute. Sent twice, it counts once.',
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
      'Vuelva con el botón Atrás de su navegador. La mayoría de los navegadores guarda lo que escribió. Luego envíe el formulario otra vez.',
    fields: {
      '/member/givenName': { name: 'Nombre', ask: 'Escriba su nombre' },
      '/member/familyName': { name: 'Apellido', ask: 'Escriba su apellido' },
      '/member/email': {
        name: 'Correo electrónico',
        ask: 'Escriba un correo electrónico con el signo @, como nombre@example.org',
      },
      '/member/telephone': { name: 'Teléfono', ask: 'Escriba su teléfono' },
      '/member/postalCode': {
        name: 'Código postal',
        ask: 'Escriba un código postal de 5 dígitos, como 95814',
      },
      '/member/name': {
        name: 'Nombre de la organización',
        ask: 'Escriba el nombre de su organización',
      },
      '/member/url': { name: 'Sitio web', ask: 'Escriba un sitio web, como example.org' },
      '/member/jobTitle': { name: 'Su cargo', ask: 'Escriba su cargo' },
      '/member/authorized': {
        name: 'Puedo hablar en nombre de esta organización',
        ask: 'Marque la casilla para indicar que puede hablar en nombre de esta organización',
      },
      '/pledge/commitments': { name: 'Compromiso', ask: 'Elija a qué se compromete' },
      '/pledge/comment': { name: 'Comentario', ask: 'Escriba un comentario' },
      '/petition/comment': { name: 'Comentario', ask: 'Escriba un comentario' },
      '/answers': { name: 'Respuestas', ask: 'Responda las preguntas que necesitan respuesta' },
      '/consents': { name: 'Casillas', ask: 'Marque las casillas necesarias' },
      '/consents/granted': { name: 'Casillas', ask: 'Marque las casillas necesarias' },
    },
    fewer: '{name}: use menos caracteres',
    plain: '{name}: use solo letras, números y signos comunes',
    faulty: 'Este formulario tiene un error. Avise a quien administra el sitio.',
    test: 'Esta campaña está solo en prueba. Aún no se puede firmar.',
    failed: 'Su inscripción aún no está hecha',
    origin:
      'Este formulario está en un sitio que no puede enviar inscripciones aquí. Avise a quien administra el sitio.',
    tooLarge: 'Lo que escribió es demasiado largo. Acórtelo, por favor.',
    busy: 'Muchas personas se inscriben en este momento y su formulario no se recibió. Intente de nuevo en un minuto.',
    closed: 'Esta campaña terminó. Ya no se puede firmar.',
    notOpen: 'Esta campaña aún no está abierta.',
    failure:
      'Algo falló aquí y no podemos decir que su formulario se guardó. Intente de nuevo en un minuto. Enviado dos veces, cuenta una sola vez.',
  },
};
