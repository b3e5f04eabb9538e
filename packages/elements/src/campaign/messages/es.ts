import { formSpanish } from '../../form/messages/es.ts';
import type { campaignEnglish } from './en.ts';
import type { FileMessages } from './en-file.ts';
import type { LaterCampaignMessages } from './en-later.ts';

export const campaignSpanish: typeof campaignEnglish & FileMessages & LaterCampaignMessages = {
  ...formSpanish,
  kindLegend: 'Firmar como',
  failed: 'Aún no ha firmado',
  example: 'Ejemplo. No es una campaña real.',
  test: 'Modo de prueba: nada de lo que se escriba aquí se envía ni se cuenta.',
  to: 'Para',
  ask: 'Pedimos',
  required: '(obligatorio)',
  showName: 'Mostrar mi nombre en público',
  closesOn: 'Abierta hasta el {date}.',
  opensOn: 'Podrá firmar desde el {date}.',
  notYetOpen: 'Aún no está abierta',
  closed: 'Cerrada',
  closedOn: 'Esta campaña terminó el {date}. Ya no se puede firmar.',
  reached: 'Se alcanzó la meta. Todavía puede firmar.',
  signed: 'Ya firmó',
  signedHere: 'Ya firmó en esta página. Gracias.',
  signAgain: 'Firmar por otra persona',
  birthYear: '¿En qué año nació?',
  wrongYear: 'Escriba el año en que nació, con 4 cifras',
  goOn: 'Continuar',
  younger: 'Gracias por su interés',
  youngerText:
    'Es demasiado joven para firmar aquí, así que no preguntamos quién es. No se envió nada, y lo que escribió no se guarda.',
  countMe: 'Contarme sin mi nombre',
  countMeText: 'Eso suma uno a la cuenta. No dice quién es.',
  failedUnknown: 'No podemos saber si su firma está hecha',
  errors: {
    __proto__: null as never,
    ...formSpanish.errors,
    commitment: 'Marque esta casilla para firmar: {label}',
    commitments: 'Elija a qué se compromete',
    consent: 'Marque esta casilla para firmar: {label}',
    question: '{label}: responda esta pregunta',
    choice: '{label}: elija una opción',
    several: '{label}: elija al menos una opción',
    checkbox: 'Marque esta casilla: {label}',
    comment: 'Escriba unas palabras',
  },
  thanks: {
    confirmed: { title: '¡Gracias! Ya firmó.', text: 'Su firma está guardada y contada.' },
    pending: {
      title: 'Falta un paso',
      text: 'Gracias. Su firma está guardada. Abra el correo que recibirá y confirme que fue usted.',
    },
    accepted: { title: '¡Gracias!', text: 'El servicio de inscripción recibió su firma.' },
    sent: { title: 'Enviado', text: 'Su firma se envió. Este servicio no nos dice si llegó.' },
    newTab: {
      title: 'Mire la pestaña nueva',
      text: 'Su firma se envió. La pestaña nueva dice si cuenta o qué falta por hacer.',
    },
    duplicate: { title: 'Ya había firmado', text: 'Gracias. Su firma cuenta una vez.' },
    test: {
      title: 'El formulario funciona',
      text: 'Este es el modo de prueba: sus respuestas se revisaron, y nada se envió ni se contó.',
    },
    anonymous: {
      title: '¡Gracias! Ya cuenta.',
      text: 'Se sumó uno a la cuenta, sin su nombre.',
    },
  },
  next: 'Continuar (se abre en otra pestaña)',
  passOn: 'Compártalo',
  joinTitle: 'Únase también al movimiento',
  joinText: 'Lo que escribió va incluido, así que no tiene que volver a escribirlo.',
  join: 'Unirme como Pro-Kid',
};
