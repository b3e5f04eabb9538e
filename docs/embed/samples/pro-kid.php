<?php
/* Plugin Name: Pro-Kid join form, as the shortcode [pro-kid-join] */
add_shortcode('pro-kid-join', function () {
  return <<<'HTML'
<script type="module" src="/pro-kid/0.0.0/join.js"></script>
<pro-kid-join
  endpoint="https://sign-up.example/submissions"
  partner="your-organization"
  privacy="https://your-site.example/privacy"
  style="display: flow-root; min-height: max(850px, 1390px - 88vw)"
>
  <p>The form could not be loaded. <a href="mailto:hello@your-site.example">Write to us</a>.</p>
</pro-kid-join>
HTML;
});
