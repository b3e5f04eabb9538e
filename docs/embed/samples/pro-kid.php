<?php
/* Plugin Name: Pro-Kid join form, as the shortcode [pro-kid-join] */
add_shortcode('pro-kid-join', function () {
  return <<<'HTML'
<script type="module" src="/pro-kid/0.0.0/join.js"></script>
<div style="container-type: inline-size; contain-intrinsic-inline-size: 30em; min-width: 0">
  <pro-kid-join
    endpoint="https://sign-up.example/submissions"
    partner="your-organization"
    privacy="https://your-site.example/privacy"
    style="display: flow-root; min-height: max(min(1575px - 133cqi, (475px - 100cqi) * 999), min(960px - 17cqi, (795px - 100cqi) * 999), 775px)"
  >
    <p>The form could not be loaded. <a href="mailto:hello@your-site.example">Write to us</a>.</p>
  </pro-kid-join>
</div>
HTML;
});
