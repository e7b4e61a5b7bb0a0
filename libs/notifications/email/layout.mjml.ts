/**
 * The one layout of all mails, in MJML. It is compiled by `layout.spec.ts` into `layout.html.ts`, since the compiler takes
 * half a second and a hundred megabytes that the server need not spend. `[[name]]` is filled in for each mail; what stands
 * between `[[if name]]` and `[[end name]]` is left out when there is nothing to fill in.
 */
export const LAYOUT = `
<mjml lang="[[language]]">
  <mj-head>
    <mj-title>[[subject]]</mj-title>
    <mj-preview>[[preheader]]</mj-preview>
    <mj-raw>
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
    </mj-raw>
    <mj-attributes>
      <mj-all font-family="-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif" />
      <mj-text font-size="16px" line-height="1.55" color="#3b4650" padding="0 26px" />
      <mj-section padding="0" background-color="#ffffff" />
    </mj-attributes>
    <mj-style>
      :root { color-scheme: light dark; supported-color-schemes: light dark; }
      .words a { color: inherit; }
      @media only screen and (max-width: 479px) {
        .first div { font-size: 21px !important; }
        .act a { display: block !important; text-align: center !important; }
      }
      @media only screen and (max-width: 359px) {
        .step { font-size: 11px !important; }
      }
      @media (prefers-color-scheme: dark) {
        body, .ground, .ground > table, div[role=article] { background-color: #13181a !important; }
        .paper, .paper > table { background-color: #1b2225 !important; }
        .ink, .ink div, .ink b { color: #f1efea !important; }
        .words, .words div, .words td { color: #c9d0d6 !important; }
        .soft, .soft div, .soft td, .soft a { color: #93a0ab !important; }
        .words .quote { background-color: #262e35 !important; border-color: #6f8294 !important; color: #e6e9ec !important; }
        .words .quote .who { color: #a5b1bb !important; }
        .rule, .rule p { border-color: #333c44 !important; }
        .act td { background-color: #7cc4c6 !important; }
        .act a { background-color: #7cc4c6 !important; color: #0d2326 !important; }
        .choice td { background-color: #1b2225 !important; border-color: #7cc4c6 !important; }
        .choice a { background-color: #1b2225 !important; color: #7cc4c6 !important; }
        .past { background-color: #74889a !important; }
        .here { background-color: #7cc4c6 !important; }
        .soft .here-label { color: #f1efea !important; }
        .ahead { background-color: #39434c !important; }
        .red { background-color: #f2776d !important; }
        .soft .red-label { color: #ff9c93 !important; }
        .green { background-color: #5cbf86 !important; }
        .soft .green-label { color: #7fd6a3 !important; }
      }
    </mj-style>
  </mj-head>
  <mj-body background-color="#f6f3ec" css-class="ground" width="600px">
    <mj-section background-color="#f6f3ec" css-class="ground" padding="28px 0 14px">
      <mj-column>
        <mj-text css-class="soft" color="#5d6973" font-size="14px"><b style="letter-spacing:0.02em">Stanch</b>&nbsp; [[workspace]]</mj-text>
      </mj-column>
    </mj-section>

    <mj-section css-class="paper" border-radius="14px 14px 0 0" padding="30px 0 0">
      <mj-column>
        <mj-raw>[[if above]]</mj-raw>
        <mj-text css-class="words" padding="0 26px 18px">[[above]]</mj-text>
        <mj-raw>[[end above]]</mj-raw>
        <mj-text css-class="ink first" color="#1b2528" font-size="23px" line-height="1.32" font-weight="600"><div role="heading" aria-level="1">[[first]]</div></mj-text>
        <mj-raw>[[if quote]]</mj-raw>
        <mj-text css-class="words" padding="18px 26px 0">[[quote]]</mj-text>
        <mj-raw>[[end quote]]</mj-raw>
        <mj-raw>[[if lines]]</mj-raw>
        <mj-text css-class="words" padding="4px 26px 0">[[lines]]</mj-text>
        <mj-raw>[[end lines]]</mj-raw>
        <mj-raw>[[if sections]]</mj-raw>
        <mj-text css-class="words" padding="2px 26px 0">[[sections]]</mj-text>
        <mj-raw>[[end sections]]</mj-raw>
        <mj-raw>[[if plot]]</mj-raw>
        <mj-text css-class="words" padding="16px 26px 0">[[plot]]</mj-text>
        <mj-raw>[[end plot]]</mj-raw>
        <mj-raw>[[if facts]]</mj-raw>
        <mj-text css-class="words" padding="18px 26px 0">[[facts]]</mj-text>
        <mj-raw>[[end facts]]</mj-raw>
        <mj-raw>[[if action]]</mj-raw>
        <mj-button css-class="act" href="[[link]]" align="left" background-color="#0e5a63" color="#ffffff" border-radius="9px" font-size="16px" font-weight="600" inner-padding="13px 22px" padding="24px 26px 0">[[action]]</mj-button>
        <mj-raw>[[end action]]</mj-raw>
      </mj-column>
    </mj-section>

    <mj-raw>[[if fixedUrl]]</mj-raw>
    <mj-section css-class="paper" padding="18px 20px 0">
      <mj-column width="50%">
        <mj-button css-class="choice" href="[[fixedUrl]]" width="100%" background-color="#ffffff" color="#0e5a63" border="2px solid #0e5a63" border-radius="9px" font-size="17px" font-weight="600" inner-padding="14px 10px" padding="6px 6px">✓&nbsp; [[fixed]]</mj-button>
      </mj-column>
      <mj-column width="50%">
        <mj-button css-class="choice" href="[[bleedingUrl]]" width="100%" background-color="#ffffff" color="#0e5a63" border="2px solid #0e5a63" border-radius="9px" font-size="17px" font-weight="600" inner-padding="14px 10px" padding="6px 6px">●&nbsp; [[bleeding]]</mj-button>
      </mj-column>
    </mj-section>
    <mj-raw>[[end fixedUrl]]</mj-raw>

    <mj-raw>[[if card]]</mj-raw>
    <mj-section css-class="paper" padding="26px 0 0">
      <mj-column>
        <mj-divider css-class="rule" border-width="1px" border-color="#e6e2da" padding="0 26px 20px" />
        <mj-text css-class="ink" color="#1b2528" font-size="15px" line-height="1.45"><span style="font-variant-numeric:tabular-nums;opacity:.72">[[key]]</span>&nbsp; <b style="font-weight:600">[[title]]</b></mj-text>
        <mj-raw>[[if steps]]</mj-raw>
        <mj-text css-class="soft" color="#5d6973" padding="14px 26px 0">[[steps]]</mj-text>
        <mj-raw>[[end steps]]</mj-raw>
      </mj-column>
    </mj-section>
    <mj-raw>[[end card]]</mj-raw>

    <mj-section css-class="paper" border-radius="0 0 14px 14px" padding="0 0 30px">
      <mj-column><mj-spacer height="1px" /></mj-column>
    </mj-section>

    <mj-section background-color="#f6f3ec" css-class="ground" padding="16px 0 36px">
      <mj-column>
        <mj-text css-class="soft" color="#5d6973" font-size="13px" line-height="1.5">[[why]]</mj-text>
        <mj-raw>[[if answerable]]</mj-raw>
        <mj-text css-class="soft" color="#5d6973" font-size="13px" line-height="1.5" padding="6px 26px 0">[[answerable]]</mj-text>
        <mj-raw>[[end answerable]]</mj-raw>
        <mj-raw>[[if stop]]</mj-raw>
        <mj-text css-class="soft" color="#5d6973" font-size="13px" line-height="1.5" padding="6px 26px 0"><a href="[[stopUrl]]" class="soft" style="color:#5d6973">[[stop]]</a></mj-text>
        <mj-raw>[[end stop]]</mj-raw>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;
