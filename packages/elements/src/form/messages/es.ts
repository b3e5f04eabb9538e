import type { formEnglish } from './en.ts';
import type { LaterFormMessages } from './en-later.ts';

export const formSpanish: typeof formEnglish & LaterFormMessages = {
  kindLegend: 'Unirse como',
  kinds: { individual: 'Persona', organization: 'Organización' },
  switchedTo: {
    individual: 'El formulario ahora pide sus datos como persona.',
    organization: 'El formulario ahora pide también los datos de su organización.',
  },
  yourOrganization: 'su organización',
  optional: '(opcional)',
  labels: {
    organization: 'Nombre de la organización',
    url: 'Sitio web',
    'given-name': 'Nombre',
    'family-name': 'Apellido',
    'organization-title': 'Su cargo',
    email: 'Correo electrónico',
    'postal-code': 'Código postal',
    tel: 'Teléfono',
    authorized: 'Puedo hablar en nombre de esta organización',
  },
  contactLabels: {
    'given-name': 'Su nombre',
    'family-name': 'Su apellido',
  },
  updates:
    'Quiero recibir novedades e información sobre los temas y campañas más importantes para la niñez.',
  suggestion: '¿Quiso decir',
  sending: 'Enviando…',
  retry: 'Intentar de nuevo',
  failed: 'Su inscripción aún no está hecha',
  offline: 'Parece que no tiene conexión, así que no se envió nada.',
  kept: 'Todo lo que escribió sigue aquí.',
  privacy: 'Política de privacidad (se abre en otra pestaña)',
  unavailable: 'Este formulario aún no está configurado.',
  done: 'Listo.',
  errorSummary: 'Hay un problema',
  errors: {
    __proto__: null as never,
    organization: 'Escriba el nombre de su organización',
    url: 'Escriba un sitio web, como example.org',
    'given-name': 'Escriba su nombre',
    'family-name': 'Escriba su apellido',
    'organization-title': 'Escriba su cargo',
    'email.required': 'Escriba su correo electrónico',
    email: 'Escriba un correo electrónico con el signo @, como nombre@example.org',
    'postal-code.required': 'Escriba su código postal',
    'postal-code': 'Escriba un código postal de 5 dígitos, como 95814',
    tel: 'Escriba su teléfono',
    authorized: 'Marque la casilla para indicar que puede hablar en nombre de esta organización',
    'too-long': '{label}: use menos caracteres',
    characters: '{label}: use solo letras, números y signos comunes',
    other: '{label}: revise su respuesta',
  },
  unknownError: 'Algo en el formulario no fue aceptado',
  failures: {
    unknown:
      'No pudimos comunicarnos con el servicio de inscripción. Puede que haya recibido su formulario, o no.',
    timeout:
      'El servicio de inscripción no respondió a tiempo. Puede que haya recibido su formulario, o no.',
    server:
      'El servicio de inscripción tuvo un problema. Puede que haya recibido su formulario, o no.',
    limited: 'El servicio de inscripción está ocupado y no recibió su formulario.',
    refused: 'El servicio de inscripción no aceptó su formulario.',
    unclear: 'El servicio de inscripción dio una respuesta que no se puede leer.',
    popupBlocked: 'Su navegador no abrió la pestaña nueva para inscribirse. Permítale abrirla.',
  },
  failedUnknown: 'No podemos saber si su inscripción está hecha',
  retryIn: 'Intente de nuevo en {wait}.',
  hostedPage: 'Inscribirse en la página propia del servicio',
};
