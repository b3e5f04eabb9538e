/** What a visitor reads, in English and in Spanish. */
export interface Words {
  en: string;
  es: string;
}

const notYet = { en: 'You are not signed up yet', es: 'Su inscripción aún no está hecha' };
const unknown = {
  en: 'We cannot tell if you are signed up',
  es: 'No podemos saber si su inscripción está hecha',
};
const together = (...all: Words[]): Words => ({
  en: all.map(({ en }) => en).join(' '),
  es: all.map(({ es }) => es).join(' '),
});

export const words = {
  in: {
    en: "You have joined The Children's Movement of California as Pro-Kid.",
    es: "Se ha unido a The Children's Movement of California como Pro-Kid.",
  },
  oneMoreStep: { en: 'One more step', es: 'Falta un paso' },
  taken: {
    en: 'The sign-up service took your form.',
    es: 'El servicio de inscripción recibió su formulario.',
  },
  alreadyIn: { en: 'You are already in', es: 'Ya es parte' },
  notReached: together(unknown, {
    en: 'We could not reach the sign-up service. It may have received your form, or not.',
    es: 'No pudimos comunicarnos con el servicio de inscripción. Puede que haya recibido su formulario, o no.',
  }),
  late: together(unknown, {
    en: 'The sign-up service did not answer in time. It may have received your form, or not.',
    es: 'El servicio de inscripción no respondió a tiempo. Puede que haya recibido su formulario, o no.',
  }),
  failed: together(unknown, {
    en: 'The sign-up service had a problem. It may have received your form, or not.',
    es: 'El servicio de inscripción tuvo un problema. Puede que haya recibido su formulario, o no.',
  }),
  unclear: together(unknown, {
    en: 'The sign-up service gave an answer that cannot be read.',
    es: 'El servicio de inscripción dio una respuesta que no se puede leer.',
  }),
  refused: together(notYet, {
    en: 'The sign-up service did not take your form.',
    es: 'El servicio de inscripción no aceptó su formulario.',
  }),
  busy: together(notYet, {
    en: 'The sign-up service is busy and did not take your form.',
    es: 'El servicio de inscripción está ocupado y no recibió su formulario.',
  }),
  inHalfAMinute: { en: 'Try again in 30 seconds.', es: 'Intente de nuevo en 30 segundos.' },
  inThreeMinutes: { en: 'Try again in 3 minutes.', es: 'Intente de nuevo en 3 minutos.' },
  hostedPage: {
    en: 'Sign up on the service’s own page',
    es: 'Inscribirse en la página propia del servicio',
  },
  email: {
    en: 'Enter an email address with an @ sign, like name@example.org',
    es: 'Escriba un correo electrónico con el signo @, como nombre@example.org',
  },
  postalCode: {
    en: 'Enter a ZIP code with 5 digits, like 95814',
    es: 'Escriba un código postal de 5 dígitos, como 95814',
  },
  somethingElse: {
    en: 'Something in the form was not accepted',
    es: 'Algo en el formulario no fue aceptado',
  },
  ownDetail: { en: 'The list is full', es: 'The list is full' },
} satisfies Record<string, Words>;
