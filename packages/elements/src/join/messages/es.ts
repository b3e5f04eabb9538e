import { formSpanish } from '../../form/messages/es.ts';
import type { JoinMessages } from './en.ts';
import type { LaterJoinMessages } from './en-later.ts';

export const messages: JoinMessages & LaterJoinMessages = {
  ...formSpanish,
  heading: "¡Únase a The Children's Movement of California!",
  intro:
    'Unirse significa simplemente que se le identifique como "Pro-Kid" y querer que la niñez sea una prioridad en las políticas públicas del estado. También recibirá novedades e información sobre los temas y campañas más importantes para la niñez.',
  differenceTitle: '¿Se une como organización? ¿Cuál es la diferencia?',
  difference:
    "Tanto los miembros individuales como las organizaciones son importantes para el impacto colectivo de The Children's Movement of California. Sin importar cómo se inscriba, recibirá todo lo que el Movimiento ofrece. Pero, si puede, únase como organización.",
  onOwnBehalf: 'Usted se une en su propio nombre.',
  onBehalfOf: 'Usted se une en nombre de {name}.',
  submit: 'Unirme como Pro-Kid',
  thanks: {
    confirmed: {
      title: '¡Gracias! Ya es parte.',
      text: "Se ha unido a The Children's Movement of California como Pro-Kid.",
    },
    pending: {
      title: 'Falta un paso',
      text: 'Gracias. Su formulario está guardado. Abra el correo que recibirá y confirme que fue usted.',
    },
    accepted: { title: '¡Gracias!', text: 'El servicio de inscripción recibió su formulario.' },
    sent: {
      title: 'Enviado',
      text: 'Su formulario se envió. Este servicio no nos dice si llegó.',
    },
    newTab: {
      title: 'Mire la pestaña nueva',
      text: 'Su formulario se envió. La pestaña nueva dice si ya es parte o qué falta por hacer.',
    },
    duplicate: {
      title: 'Ya es parte',
      text: 'Gracias por ser Pro-Kid. Ya se había unido antes.',
    },
  },
  counts: 'Hasta ahora: {individuals} y {organizations}.',
  individuals: { one: '{count} persona', other: '{count} personas' },
  organizations: { one: '{count} organización', other: '{count} organizaciones' },
};
