import type { Theme } from 'vitepress';
// The default theme's own font would be one more download; system fonts do.
import DefaultTheme from 'vitepress/theme-without-fonts';
import CampaignDemo from './CampaignDemo.vue';
import FactCardDemo from './FactCardDemo.vue';
import JoinDemo from './JoinDemo.vue';
import './theme.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('CampaignDemo', CampaignDemo);
    app.component('FactCardDemo', FactCardDemo);
    app.component('JoinDemo', JoinDemo);
    // In the browser only: the site's pages are rendered on Node, where there is nothing to show.
    if (!import.meta.env.SSR) {
      void import('@pro-kid/elements/define/join.js');
      void import('@pro-kid/elements/define/fact-card.js');
      void import('@pro-kid/elements/define/pledge.js');
      void import('@pro-kid/elements/define/petition.js');
      void import('@pro-kid/elements/define/progress.js');
      void import('@pro-kid/elements/define/share.js');
    }
  },
} satisfies Theme;
