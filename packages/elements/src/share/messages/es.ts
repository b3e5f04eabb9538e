import type { CodeMessages } from './en-code.ts';
import type { ShareMessages } from './en.ts';

export const messages: ShareMessages & CodeMessages = {
  label: 'Compartir',
  native: 'Compartir…',
  copy: 'Copiar enlace',
  copied: 'Enlace copiado',
  notCopied: 'Su navegador no nos permitió copiar el enlace. Aquí está:',
  link: 'Enlace',
  code: 'Código QR',
  email: 'Correo',
  sms: 'Mensaje de texto',
  newTab: '(se abre en otra pestaña)',
  failed: 'Esta parte no se pudo cargar. Quizá no tenga conexión.',
  scan: 'Apunte al código con la cámara de un teléfono.',
  leadsTo: 'Lleva a {link}',
  print: 'Imprimir',
  save: 'Guardar como SVG',
  close: 'Cerrar',
};
