/** The services that a visitor can share by, in the order in which they stand there. */
export const services = [
  'email',
  'sms',
  'whatsapp',
  'facebook',
  'x',
  'bluesky',
  'linkedin',
] as const;

export type Service = (typeof services)[number];

/** A way to share: the browser's own dialog, the clipboard, a QR code, or a service. */
export type Channel = Service | 'native' | 'copy' | 'code';

/** Names that are the same in every language. */
export const serviceNames = {
  whatsapp: 'WhatsApp',
  facebook: 'Facebook',
  x: 'X',
  bluesky: 'Bluesky',
  linkedin: 'LinkedIn',
} as const;

/** The address at which a service asks the visitor to send a text with a link, or the link alone. */
export function serviceAddress(service: Service, text: string, link: string): string {
  const words = encodeURIComponent(text);
  const address = encodeURIComponent(link);
  const both = text ? `${words}%20${address}` : address;
  switch (service) {
    case 'email':
      // New lines as in RFC 6068.
      return `mailto:?${text ? `subject=${words}&body=${words}%0D%0A%0D%0A` : 'body='}${address}`;
    case 'sms':
      // Android wants "?body", iOS "&body": this is the form that both understand.
      return `sms:?&body=${both}`;
    case 'whatsapp':
      return `https://wa.me/?text=${both}`;
    case 'facebook':
      return `https://www.facebook.com/sharer/sharer.php?u=${address}`;
    case 'x':
      return `https://x.com/intent/post?${text && `text=${words}&`}url=${address}`;
    case 'bluesky':
      return `https://bsky.app/intent/compose?text=${both}`;
    case 'linkedin':
      return `https://www.linkedin.com/sharing/share-offsite/?url=${address}`;
  }
}
