/** Every widget of which a usual height can be told, with its usual attributes. A deck's is that of its file. */
export const usual: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'pro-kid-fact-card': {
    issue: 'permanent-connections',
    'action-href': '/join',
    partner: 'sample',
  },
  'pro-kid-join': { endpoint: '/submissions', partner: 'sample', privacy: '/privacy' },
  'pro-kid-petition': {
    src: '/campaigns/example-petition.json',
    partner: 'sample',
    privacy: '/privacy',
  },
  'pro-kid-pledge': {
    src: '/campaigns/permanent-connections.json',
    partner: 'sample',
    privacy: '/privacy',
  },
  'pro-kid-progress': { src: '/campaigns/permanent-connections.json' },
  'pro-kid-share': { text: 'Sample', campaign: 'sample', partner: 'sample' },
};

export const languages = ['en', 'es'];
