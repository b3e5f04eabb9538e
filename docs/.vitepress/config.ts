import { defineConfig } from 'vitepress';
import { decisions } from './decisions.ts';
import { stackedTables } from './stacked-tables.ts';

const start = [
  { text: 'For webmasters', link: '/start/webmaster' },
  { text: 'For developers', link: '/start/developer' },
  { text: 'For campaign leads', link: '/start/campaign-lead' },
  { text: 'Run a campaign', link: '/start/run-a-campaign' },
  { text: 'Fact cards', link: '/start/fact-cards' },
];

const embed = [
  { text: 'Which way for your site', link: '/embed/' },
  { text: 'A page of HTML', link: '/embed/plain-html' },
  { text: 'WordPress', link: '/embed/wordpress' },
  { text: 'Drupal', link: '/embed/drupal' },
  { text: 'Squarespace', link: '/embed/squarespace' },
  { text: 'Webflow', link: '/embed/webflow' },
  { text: 'Wix', link: '/embed/wix' },
  { text: 'Google Sites', link: '/embed/google-sites' },
  { text: 'Google Tag Manager', link: '/embed/tag-manager' },
  { text: 'React', link: '/embed/react' },
  { text: 'Vue', link: '/embed/vue' },
  { text: 'Svelte', link: '/embed/svelte' },
  { text: 'Angular', link: '/embed/angular' },
  { text: 'Astro', link: '/embed/astro' },
  { text: 'In a frame', link: '/embed/frame' },
  { text: 'When no script runs', link: '/embed/fallback' },
  { text: 'How the files arrive', link: '/embed/files' },
  { text: 'Content security policy', link: '/start/csp' },
  { text: 'Hostile pages', link: '/embed/hostile-pages' },
];

const reference = [
  { text: 'The join form', link: '/elements/join' },
  { text: 'The pledge', link: '/elements/pledge' },
  { text: 'The petition', link: '/elements/petition' },
  { text: 'The fact card', link: '/elements/fact-card' },
  { text: 'The fact deck', link: '/elements/fact-deck' },
  { text: 'Progress', link: '/elements/progress' },
  { text: 'Share', link: '/elements/share' },
  { text: 'The doctor', link: '/embed/doctor' },
  { text: 'Colors and look', link: '/theming' },
  { text: 'What is sent and answered', link: '/contract' },
  { text: 'The file of an issue', link: '/issue-file' },
  { text: 'The file of a campaign', link: '/campaign-file' },
  { text: 'Outcomes', link: '/outcomes' },
  { text: 'Endpoints', link: '/endpoints/' },
  { text: 'Warnings and errors', link: '/errors' },
  { text: 'Browsers', link: '/browsers' },
];

const receiver = [
  { text: 'The receiver', link: '/receiver/' },
  { text: 'Where submissions are kept', link: '/receiver/storage' },
  { text: 'Who is counted', link: '/receiver/people-and-counts' },
  { text: 'Confirmation by email', link: '/receiver/confirmation' },
  { text: 'Passing submissions on', link: '/receiver/relay' },
  { text: 'Commands', link: '/receiver/commands' },
  { text: 'Personal data', link: '/receiver/privacy' },
  { text: 'Put it on a server', link: '/receiver/deployment' },
  { text: 'Watch and stop it', link: '/receiver/operations' },
  { text: 'How much it takes', link: '/receiver/performance' },
];

const endpoints = [
  { text: 'Your own endpoint', link: '/endpoints/own' },
  { text: 'Your own endpoint, without a preflight', link: '/endpoints/json-simple' },
  { text: 'Form services', link: '/endpoints/form' },
  { text: 'Formspree', link: '/endpoints/formspree' },
  { text: 'Google Apps Script', link: '/endpoints/apps-script' },
  { text: 'Zapier', link: '/endpoints/zapier' },
  { text: 'Make and n8n', link: '/endpoints/webhook' },
  { text: 'Mailchimp', link: '/endpoints/mailchimp' },
  { text: 'Netlify Forms', link: '/endpoints/netlify' },
  { text: 'Action Network', link: '/endpoints/action-network' },
  { text: 'HubSpot', link: '/endpoints/hubspot' },
  { text: 'Salesforce', link: '/endpoints/salesforce' },
  { text: 'Google Forms', link: '/endpoints/google-forms' },
  { text: 'Supabase', link: '/endpoints/supabase' },
  { text: 'Proca', link: '/endpoints/proca' },
];

export default defineConfig({
  lang: 'en-US',
  title: 'Pro-Kid Widgets',
  description:
    'Forms for any website, to join, sign and share. They say thank you only for what has arrived.',
  cleanUrls: false,
  head: [
    ['link', { rel: 'icon', href: '/mark.svg', type: 'image/svg+xml' }],
    ['meta', { name: 'theme-color', content: '#b9430b' }],
  ],
  markdown: { config: stackedTables },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('pro-kid-') } } },
  vite: {
    // The packages' sources, so that the site builds before they do.
    resolve: { conditions: ['@pro-kid/source'] },
    build: {
      rollupOptions: {
        onwarn(warning, warn) {
          // zod's own notes to another bundler.
          if (warning.code !== 'INVALID_ANNOTATION') warn(warning);
        },
      },
    },
  },
  themeConfig: {
    logo: { src: '/mark.svg', alt: '' },
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Start here', items: start },
      { text: 'On your site', items: embed },
      { text: 'Reference', items: reference },
      { text: 'The receiver', link: '/receiver/' },
    ],
    sidebar: [
      { text: 'Start here', items: start },
      { text: 'On your site', items: embed },
      { text: 'Reference', items: reference },
      { text: 'The receiver', items: receiver },
      { text: 'Endpoints', link: '/endpoints/', collapsed: true, items: endpoints },
      { text: 'Decisions', link: '/decisions/', collapsed: true, items: decisions() },
    ],
    footer: { message: 'Released under the MIT License.' },
  },
});
