/** Generated from scripts/config-schema.ts by npm run generate; do not edit. */
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    function ucs2length(str) {
      let len = str.length, length = 0, pos = 0, value;
      for (; pos < len; )
        length++, value = str.charCodeAt(pos++), value >= 55296 && value <= 56319 && pos < len && (value = str.charCodeAt(pos), (value & 64512) === 56320 && pos++);
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var validate = validate52, stdin_default = validate52, schema19 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:alipayplus-conformance:config", type: "object", additionalProperties: !1, properties: { $schema: { type: "string", minLength: 1 }, target: { type: "string", minLength: 1 }, role: { enum: ["mpp", "alipayplus", "mpp-client"] }, apis: { type: "array", minItems: 1, uniqueItems: !0, items: { type: "string" } }, specs: { type: "array", minItems: 1, uniqueItems: !0, items: { type: "string", minLength: 1 } }, facts: { type: "array", minItems: 1, uniqueItems: !0, items: { type: "string", minLength: 1 } }, clientId: { type: "string", minLength: 1 }, signing: { type: "object", additionalProperties: !1, properties: { mode: { enum: ["required", "off"] }, keyVersion: { type: ["string", "integer"], pattern: "^[A-Za-z0-9._-]+$" }, privateKey: { type: "string", minLength: 1 }, publicKey: { type: "string", minLength: 1 } } }, paths: { type: "object", additionalProperties: { $ref: "#/$defs/path" }, properties: { sendOTP: { $ref: "#/$defs/path" }, sendActivationCode: { $ref: "#/$defs/path" }, tokenActivationNotification: { $ref: "#/$defs/path" }, tokenDigitizeDecision: { $ref: "#/$defs/path" }, getPaymentCode: { $ref: "#/$defs/path" } } }, headers: { type: "object", additionalProperties: { type: "string" }, propertyNames: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" } }, requests: { type: "object", additionalProperties: { $ref: "#/$defs/users" }, properties: { sendOTP: { $ref: "#/$defs/users" }, sendActivationCode: { $ref: "#/$defs/users" }, tokenActivationNotification: { $ref: "#/$defs/users" }, tokenDigitizeDecision: { $ref: "#/$defs/users" }, getPaymentCode: { $ref: "#/$defs/users" } } }, scenarios: { type: "object", additionalProperties: { $ref: "#/$defs/scenarios" }, properties: { sendOTP: { $ref: "#/$defs/scenarios" }, sendActivationCode: { $ref: "#/$defs/scenarios" }, tokenActivationNotification: { $ref: "#/$defs/scenarios" }, tokenDigitizeDecision: { $ref: "#/$defs/scenarios" }, getPaymentCode: { $ref: "#/$defs/scenarios" } } }, limits: { type: "object", additionalProperties: { $ref: "#/$defs/limit" }, properties: { sendOTP: { $ref: "#/$defs/limit" }, sendActivationCode: { $ref: "#/$defs/limit" }, tokenActivationNotification: { $ref: "#/$defs/limit" }, tokenDigitizeDecision: { $ref: "#/$defs/limit" }, getPaymentCode: { $ref: "#/$defs/limit" } } }, resultCodes: { type: "object", additionalProperties: !1, properties: { extra: { type: "object", additionalProperties: { $ref: "#/$defs/codes" }, properties: { sendOTP: { $ref: "#/$defs/codes" }, sendActivationCode: { $ref: "#/$defs/codes" }, tokenActivationNotification: { $ref: "#/$defs/codes" }, tokenDigitizeDecision: { $ref: "#/$defs/codes" }, getPaymentCode: { $ref: "#/$defs/codes" } } } } }, client: { type: "object", additionalProperties: !1, properties: { listen: { type: "string", minLength: 1, pattern: "^(\\[[0-9A-Fa-f:.]+\\]|[^:\\s]+):[0-9]{1,5}$" }, trigger: { type: "object", additionalProperties: !1, properties: { url: { type: "string", minLength: 1 }, command: { type: "string", minLength: 1 } }, minProperties: 1, maxProperties: 1 }, triggerTimeoutMs: { type: "integer", minimum: 1, maximum: 864e5 }, retryWindowMs: { type: "integer", minimum: 1, maximum: 864e5 }, timeoutMs: { type: "integer", minimum: 1, maximum: 864e5 } } }, tls: { type: "object", additionalProperties: !1, properties: { ca: { type: "string", minLength: 1 }, cert: { type: "string", minLength: 1 }, key: { type: "string", minLength: 1 }, passphrase: { type: "string", minLength: 1 } } }, run: { type: "object", additionalProperties: !1, properties: { profile: { enum: ["smoke", "gate", "certify"] }, seed: { type: "integer", minimum: -2147483648, maximum: 2147483647 }, strict: { type: "boolean" }, timeoutMs: { type: "integer", minimum: 1, maximum: 6e5 }, concurrency: { type: "integer", minimum: 1, maximum: 256 }, rate: { type: "number", minimum: 0, maximum: 1e5 }, runs: { type: "integer", minimum: 1, maximum: 1e5 }, marker: { type: "boolean" }, absenceMs: { type: "integer", minimum: 0, maximum: 864e5 }, startMs: { type: "integer", minimum: 0, maximum: 864e5 } } }, subject: { type: "object", additionalProperties: !1, properties: { organisation: { type: "string", minLength: 1 }, product: { type: "string", minLength: 1 }, version: { type: "string", minLength: 1 }, environment: { type: "string", minLength: 1 }, contact: { type: "string", minLength: 1 } } }, declared: { type: "array", items: { type: "object", additionalProperties: !1, properties: { requirement: { type: "string", minLength: 1 }, reason: { type: "string", minLength: 1, pattern: "\\S" }, owner: { type: "string", minLength: 1, pattern: "\\S" } }, required: ["requirement", "reason", "owner"] } }, reviews: { type: "array", items: { type: "object", additionalProperties: !1, properties: { requirement: { type: "string", minLength: 1 }, step: { type: "string", minLength: 1 }, result: { type: "string", minLength: 1, pattern: "\\S" }, reviewer: { type: "string", minLength: 1, pattern: "\\S" }, on: { type: "string", minLength: 1, pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, file: { type: "string", minLength: 1 } }, required: ["result", "reviewer", "on"] } }, waivers: { type: "array", items: { type: "object", additionalProperties: !1, properties: { requirement: { type: "string", minLength: 1 }, reason: { type: "string", minLength: 1, pattern: "\\S" }, owner: { type: "string", minLength: 1, pattern: "\\S" }, until: { type: "string", minLength: 1, pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" } }, required: ["requirement", "reason", "owner", "until"] } } }, $defs: { path: { type: "string", minLength: 1, pattern: '^/[!"$-~]*$' }, user: { type: "object", properties: { fresh: { type: "boolean" } } }, users: { type: ["object", "array"], minItems: 1, properties: { fresh: { type: "boolean" } }, items: { $ref: "#/$defs/user" } }, scenarios: { type: "object", additionalProperties: { type: "object" } }, limit: { type: "object", additionalProperties: !1, properties: { perFixture: { type: "integer", minimum: 1, maximum: 1e3 }, restMs: { type: "integer", minimum: 0, maximum: 864e5 }, maxSends: { type: ["integer", "null"], minimum: 0, maximum: 1e5 } } }, codes: { type: "object", additionalProperties: { enum: ["F", "U"] } } } }, func1 = Object.prototype.hasOwnProperty, func2 = require_ucs2length().default, pattern3 = new RegExp("^[A-Za-z0-9._-]+$", "u"), pattern5 = new RegExp("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", "u"), pattern6 = new RegExp("^(\\[[0-9A-Fa-f:.]+\\]|[^:\\s]+):[0-9]{1,5}$", "u"), pattern7 = new RegExp("\\S", "u"), pattern11 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "u");
var pattern4 = new RegExp('^/[!"$-~]*$', "u");
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate53.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string") {
    if (func2(data) < 1) {
      let err0 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (!pattern4.test(data)) {
      let err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: '^/[!"$-~]*$' } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate53.errors = vErrors, errors === 0;
}
validate53.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var schema21 = { type: ["object", "array"], minItems: 1, properties: { fresh: { type: "boolean" } }, items: { $ref: "#/$defs/user" } };
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate61.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.fresh !== void 0 && typeof data.fresh != "boolean") {
      let err0 = { instancePath: instancePath + "/fresh", schemaPath: "#/properties/fresh/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate61.errors = vErrors, errors === 0;
}
validate61.evaluated = { props: { fresh: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate60.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), !data || typeof data != "object") {
    let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema21.type } };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  if (Array.isArray(data)) {
    if (data.length < 1) {
      let err1 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++)
      validate61(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors), errors = vErrors.length);
  }
  if (data && typeof data == "object" && !Array.isArray(data) && data.fresh !== void 0 && typeof data.fresh != "boolean") {
    let err2 = { instancePath: instancePath + "/fresh", schemaPath: "#/properties/fresh/type", keyword: "type", params: { type: "boolean" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate60.errors = vErrors, errors === 0;
}
validate60.evaluated = { props: { fresh: !0 }, items: !0, dynamicProps: !1, dynamicItems: !1 };
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate69.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data))
    for (let key0 in data) {
      let data0 = data[key0];
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        let err0 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    }
  else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate69.errors = vErrors, errors === 0;
}
validate69.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema24 = { type: "object", additionalProperties: !1, properties: { perFixture: { type: "integer", minimum: 1, maximum: 1e3 }, restMs: { type: "integer", minimum: 0, maximum: 864e5 }, maxSends: { type: ["integer", "null"], minimum: 0, maximum: 1e5 } } };
function validate76(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate76.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "perFixture" || key0 === "restMs" || key0 === "maxSends")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.perFixture !== void 0) {
      let data0 = data.perFixture;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        let err1 = { instancePath: instancePath + "/perFixture", schemaPath: "#/properties/perFixture/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 1e3 || isNaN(data0)) {
          let err2 = { instancePath: instancePath + "/perFixture", schemaPath: "#/properties/perFixture/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 } };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          let err3 = { instancePath: instancePath + "/perFixture", schemaPath: "#/properties/perFixture/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      }
    }
    if (data.restMs !== void 0) {
      let data1 = data.restMs;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        let err4 = { instancePath: instancePath + "/restMs", schemaPath: "#/properties/restMs/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 864e5 || isNaN(data1)) {
          let err5 = { instancePath: instancePath + "/restMs", schemaPath: "#/properties/restMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 } };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          let err6 = { instancePath: instancePath + "/restMs", schemaPath: "#/properties/restMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      }
    }
    if (data.maxSends !== void 0) {
      let data2 = data.maxSends;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2)) && data2 !== null) {
        let err7 = { instancePath: instancePath + "/maxSends", schemaPath: "#/properties/maxSends/type", keyword: "type", params: { type: schema24.properties.maxSends.type } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 1e5 || isNaN(data2)) {
          let err8 = { instancePath: instancePath + "/maxSends", schemaPath: "#/properties/maxSends/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 } };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          let err9 = { instancePath: instancePath + "/maxSends", schemaPath: "#/properties/maxSends/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      }
    }
  } else {
    let err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  return validate76.errors = vErrors, errors === 0;
}
validate76.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema25 = { type: "object", additionalProperties: { enum: ["F", "U"] } };
function validate83(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate83.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data))
    for (let key0 in data) {
      let data0 = data[key0];
      if (!(data0 === "F" || data0 === "U")) {
        let err0 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/enum", keyword: "enum", params: { allowedValues: schema25.additionalProperties.enum } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    }
  else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate83.errors = vErrors, errors === 0;
}
validate83.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!func1.call(schema19.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.$schema !== void 0) {
      let data0 = data.$schema;
      if (typeof data0 == "string") {
        if (func2(data0) < 1) {
          let err1 = { instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/minLength", keyword: "minLength", params: { limit: 1 } };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        let err2 = { instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.target !== void 0) {
      let data1 = data.target;
      if (typeof data1 == "string") {
        if (func2(data1) < 1) {
          let err3 = { instancePath: instancePath + "/target", schemaPath: "#/properties/target/minLength", keyword: "minLength", params: { limit: 1 } };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/target", schemaPath: "#/properties/target/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.role !== void 0) {
      let data2 = data.role;
      if (!(data2 === "mpp" || data2 === "alipayplus" || data2 === "mpp-client")) {
        let err5 = { instancePath: instancePath + "/role", schemaPath: "#/properties/role/enum", keyword: "enum", params: { allowedValues: schema19.properties.role.enum } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.apis !== void 0) {
      let data3 = data.apis;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          let err6 = { instancePath: instancePath + "/apis", schemaPath: "#/properties/apis/minItems", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        let len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++)
          if (typeof data3[i0] != "string") {
            let err7 = { instancePath: instancePath + "/apis/" + i0, schemaPath: "#/properties/apis/items/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        let i1 = data3.length, j0;
        if (i1 > 1) {
          let indices0 = {};
          for (; i1--; ) {
            let item0 = data3[i1];
            if (typeof item0 == "string") {
              if (typeof indices0[item0] == "number") {
                j0 = indices0[item0];
                let err8 = { instancePath: instancePath + "/apis", schemaPath: "#/properties/apis/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
                vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
                break;
              }
              indices0[item0] = i1;
            }
          }
        }
      } else {
        let err9 = { instancePath: instancePath + "/apis", schemaPath: "#/properties/apis/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.specs !== void 0) {
      let data5 = data.specs;
      if (Array.isArray(data5)) {
        if (data5.length < 1) {
          let err10 = { instancePath: instancePath + "/specs", schemaPath: "#/properties/specs/minItems", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        let len1 = data5.length;
        for (let i2 = 0; i2 < len1; i2++) {
          let data6 = data5[i2];
          if (typeof data6 == "string") {
            if (func2(data6) < 1) {
              let err11 = { instancePath: instancePath + "/specs/" + i2, schemaPath: "#/properties/specs/items/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
          } else {
            let err12 = { instancePath: instancePath + "/specs/" + i2, schemaPath: "#/properties/specs/items/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        }
        let i3 = data5.length, j1;
        if (i3 > 1) {
          let indices1 = {};
          for (; i3--; ) {
            let item1 = data5[i3];
            if (typeof item1 == "string") {
              if (typeof indices1[item1] == "number") {
                j1 = indices1[item1];
                let err13 = { instancePath: instancePath + "/specs", schemaPath: "#/properties/specs/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 } };
                vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
                break;
              }
              indices1[item1] = i3;
            }
          }
        }
      } else {
        let err14 = { instancePath: instancePath + "/specs", schemaPath: "#/properties/specs/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.facts !== void 0) {
      let data7 = data.facts;
      if (Array.isArray(data7)) {
        if (data7.length < 1) {
          let err15 = { instancePath: instancePath + "/facts", schemaPath: "#/properties/facts/minItems", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
        let len2 = data7.length;
        for (let i4 = 0; i4 < len2; i4++) {
          let data8 = data7[i4];
          if (typeof data8 == "string") {
            if (func2(data8) < 1) {
              let err16 = { instancePath: instancePath + "/facts/" + i4, schemaPath: "#/properties/facts/items/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
            }
          } else {
            let err17 = { instancePath: instancePath + "/facts/" + i4, schemaPath: "#/properties/facts/items/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
        }
        let i5 = data7.length, j2;
        if (i5 > 1) {
          let indices2 = {};
          for (; i5--; ) {
            let item2 = data7[i5];
            if (typeof item2 == "string") {
              if (typeof indices2[item2] == "number") {
                j2 = indices2[item2];
                let err18 = { instancePath: instancePath + "/facts", schemaPath: "#/properties/facts/uniqueItems", keyword: "uniqueItems", params: { i: i5, j: j2 } };
                vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
                break;
              }
              indices2[item2] = i5;
            }
          }
        }
      } else {
        let err19 = { instancePath: instancePath + "/facts", schemaPath: "#/properties/facts/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.clientId !== void 0) {
      let data9 = data.clientId;
      if (typeof data9 == "string") {
        if (func2(data9) < 1) {
          let err20 = { instancePath: instancePath + "/clientId", schemaPath: "#/properties/clientId/minLength", keyword: "minLength", params: { limit: 1 } };
          vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
        }
      } else {
        let err21 = { instancePath: instancePath + "/clientId", schemaPath: "#/properties/clientId/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.signing !== void 0) {
      let data10 = data.signing;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (let key1 in data10)
          if (!(key1 === "mode" || key1 === "keyVersion" || key1 === "privateKey" || key1 === "publicKey")) {
            let err22 = { instancePath: instancePath + "/signing", schemaPath: "#/properties/signing/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
          }
        if (data10.mode !== void 0) {
          let data11 = data10.mode;
          if (!(data11 === "required" || data11 === "off")) {
            let err23 = { instancePath: instancePath + "/signing/mode", schemaPath: "#/properties/signing/properties/mode/enum", keyword: "enum", params: { allowedValues: schema19.properties.signing.properties.mode.enum } };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        }
        if (data10.keyVersion !== void 0) {
          let data12 = data10.keyVersion;
          if (typeof data12 != "string" && !(typeof data12 == "number" && !(data12 % 1) && !isNaN(data12) && isFinite(data12))) {
            let err24 = { instancePath: instancePath + "/signing/keyVersion", schemaPath: "#/properties/signing/properties/keyVersion/type", keyword: "type", params: { type: schema19.properties.signing.properties.keyVersion.type } };
            vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
          }
          if (typeof data12 == "string" && !pattern3.test(data12)) {
            let err25 = { instancePath: instancePath + "/signing/keyVersion", schemaPath: "#/properties/signing/properties/keyVersion/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9._-]+$" } };
            vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
          }
        }
        if (data10.privateKey !== void 0) {
          let data13 = data10.privateKey;
          if (typeof data13 == "string") {
            if (func2(data13) < 1) {
              let err26 = { instancePath: instancePath + "/signing/privateKey", schemaPath: "#/properties/signing/properties/privateKey/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
            }
          } else {
            let err27 = { instancePath: instancePath + "/signing/privateKey", schemaPath: "#/properties/signing/properties/privateKey/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
          }
        }
        if (data10.publicKey !== void 0) {
          let data14 = data10.publicKey;
          if (typeof data14 == "string") {
            if (func2(data14) < 1) {
              let err28 = { instancePath: instancePath + "/signing/publicKey", schemaPath: "#/properties/signing/properties/publicKey/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
            }
          } else {
            let err29 = { instancePath: instancePath + "/signing/publicKey", schemaPath: "#/properties/signing/properties/publicKey/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
          }
        }
      } else {
        let err30 = { instancePath: instancePath + "/signing", schemaPath: "#/properties/signing/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
      }
    }
    if (data.paths !== void 0) {
      let data15 = data.paths;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        for (let key2 in data15)
          key2 === "sendOTP" || key2 === "sendActivationCode" || key2 === "tokenActivationNotification" || key2 === "tokenDigitizeDecision" || key2 === "getPaymentCode" || validate53(data15[key2], { instancePath: instancePath + "/paths/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data15, parentDataProperty: key2, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
        data15.sendOTP !== void 0 && (validate53(data15.sendOTP, { instancePath: instancePath + "/paths/sendOTP", parentData: data15, parentDataProperty: "sendOTP", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data15.sendActivationCode !== void 0 && (validate53(data15.sendActivationCode, { instancePath: instancePath + "/paths/sendActivationCode", parentData: data15, parentDataProperty: "sendActivationCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data15.tokenActivationNotification !== void 0 && (validate53(data15.tokenActivationNotification, { instancePath: instancePath + "/paths/tokenActivationNotification", parentData: data15, parentDataProperty: "tokenActivationNotification", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data15.tokenDigitizeDecision !== void 0 && (validate53(data15.tokenDigitizeDecision, { instancePath: instancePath + "/paths/tokenDigitizeDecision", parentData: data15, parentDataProperty: "tokenDigitizeDecision", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data15.getPaymentCode !== void 0 && (validate53(data15.getPaymentCode, { instancePath: instancePath + "/paths/getPaymentCode", parentData: data15, parentDataProperty: "getPaymentCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length));
      } else {
        let err31 = { instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
      }
    }
    if (data.headers !== void 0) {
      let data22 = data.headers;
      if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
        for (let key3 in data22) {
          let _errs42 = errors;
          if (typeof key3 == "string" && !pattern5.test(key3)) {
            let err32 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" }, propertyName: key3 };
            vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
          }
          var valid13 = _errs42 === errors;
          if (!valid13) {
            let err33 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key3 } };
            vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
          }
        }
        for (let key4 in data22)
          if (typeof data22[key4] != "string") {
            let err34 = { instancePath: instancePath + "/headers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
          }
      } else {
        let err35 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
      }
    }
    if (data.requests !== void 0) {
      let data24 = data.requests;
      if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
        for (let key5 in data24)
          key5 === "sendOTP" || key5 === "sendActivationCode" || key5 === "tokenActivationNotification" || key5 === "tokenDigitizeDecision" || key5 === "getPaymentCode" || validate60(data24[key5], { instancePath: instancePath + "/requests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data24, parentDataProperty: key5, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors), errors = vErrors.length);
        data24.sendOTP !== void 0 && (validate60(data24.sendOTP, { instancePath: instancePath + "/requests/sendOTP", parentData: data24, parentDataProperty: "sendOTP", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors), errors = vErrors.length)), data24.sendActivationCode !== void 0 && (validate60(data24.sendActivationCode, { instancePath: instancePath + "/requests/sendActivationCode", parentData: data24, parentDataProperty: "sendActivationCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors), errors = vErrors.length)), data24.tokenActivationNotification !== void 0 && (validate60(data24.tokenActivationNotification, { instancePath: instancePath + "/requests/tokenActivationNotification", parentData: data24, parentDataProperty: "tokenActivationNotification", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors), errors = vErrors.length)), data24.tokenDigitizeDecision !== void 0 && (validate60(data24.tokenDigitizeDecision, { instancePath: instancePath + "/requests/tokenDigitizeDecision", parentData: data24, parentDataProperty: "tokenDigitizeDecision", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors), errors = vErrors.length)), data24.getPaymentCode !== void 0 && (validate60(data24.getPaymentCode, { instancePath: instancePath + "/requests/getPaymentCode", parentData: data24, parentDataProperty: "getPaymentCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors), errors = vErrors.length));
      } else {
        let err36 = { instancePath: instancePath + "/requests", schemaPath: "#/properties/requests/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
      }
    }
    if (data.scenarios !== void 0) {
      let data31 = data.scenarios;
      if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
        for (let key6 in data31)
          key6 === "sendOTP" || key6 === "sendActivationCode" || key6 === "tokenActivationNotification" || key6 === "tokenDigitizeDecision" || key6 === "getPaymentCode" || validate69(data31[key6], { instancePath: instancePath + "/scenarios/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data31, parentDataProperty: key6, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length);
        data31.sendOTP !== void 0 && (validate69(data31.sendOTP, { instancePath: instancePath + "/scenarios/sendOTP", parentData: data31, parentDataProperty: "sendOTP", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length)), data31.sendActivationCode !== void 0 && (validate69(data31.sendActivationCode, { instancePath: instancePath + "/scenarios/sendActivationCode", parentData: data31, parentDataProperty: "sendActivationCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length)), data31.tokenActivationNotification !== void 0 && (validate69(data31.tokenActivationNotification, { instancePath: instancePath + "/scenarios/tokenActivationNotification", parentData: data31, parentDataProperty: "tokenActivationNotification", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length)), data31.tokenDigitizeDecision !== void 0 && (validate69(data31.tokenDigitizeDecision, { instancePath: instancePath + "/scenarios/tokenDigitizeDecision", parentData: data31, parentDataProperty: "tokenDigitizeDecision", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length)), data31.getPaymentCode !== void 0 && (validate69(data31.getPaymentCode, { instancePath: instancePath + "/scenarios/getPaymentCode", parentData: data31, parentDataProperty: "getPaymentCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length));
      } else {
        let err37 = { instancePath: instancePath + "/scenarios", schemaPath: "#/properties/scenarios/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
      }
    }
    if (data.limits !== void 0) {
      let data38 = data.limits;
      if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
        for (let key7 in data38)
          key7 === "sendOTP" || key7 === "sendActivationCode" || key7 === "tokenActivationNotification" || key7 === "tokenDigitizeDecision" || key7 === "getPaymentCode" || validate76(data38[key7], { instancePath: instancePath + "/limits/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data38, parentDataProperty: key7, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length);
        data38.sendOTP !== void 0 && (validate76(data38.sendOTP, { instancePath: instancePath + "/limits/sendOTP", parentData: data38, parentDataProperty: "sendOTP", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length)), data38.sendActivationCode !== void 0 && (validate76(data38.sendActivationCode, { instancePath: instancePath + "/limits/sendActivationCode", parentData: data38, parentDataProperty: "sendActivationCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length)), data38.tokenActivationNotification !== void 0 && (validate76(data38.tokenActivationNotification, { instancePath: instancePath + "/limits/tokenActivationNotification", parentData: data38, parentDataProperty: "tokenActivationNotification", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length)), data38.tokenDigitizeDecision !== void 0 && (validate76(data38.tokenDigitizeDecision, { instancePath: instancePath + "/limits/tokenDigitizeDecision", parentData: data38, parentDataProperty: "tokenDigitizeDecision", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length)), data38.getPaymentCode !== void 0 && (validate76(data38.getPaymentCode, { instancePath: instancePath + "/limits/getPaymentCode", parentData: data38, parentDataProperty: "getPaymentCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length));
      } else {
        let err38 = { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
      }
    }
    if (data.resultCodes !== void 0) {
      let data45 = data.resultCodes;
      if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
        for (let key8 in data45)
          if (key8 !== "extra") {
            let err39 = { instancePath: instancePath + "/resultCodes", schemaPath: "#/properties/resultCodes/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 } };
            vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
          }
        if (data45.extra !== void 0) {
          let data46 = data45.extra;
          if (data46 && typeof data46 == "object" && !Array.isArray(data46)) {
            for (let key9 in data46)
              key9 === "sendOTP" || key9 === "sendActivationCode" || key9 === "tokenActivationNotification" || key9 === "tokenDigitizeDecision" || key9 === "getPaymentCode" || validate83(data46[key9], { instancePath: instancePath + "/resultCodes/extra/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data46, parentDataProperty: key9, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors), errors = vErrors.length);
            data46.sendOTP !== void 0 && (validate83(data46.sendOTP, { instancePath: instancePath + "/resultCodes/extra/sendOTP", parentData: data46, parentDataProperty: "sendOTP", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors), errors = vErrors.length)), data46.sendActivationCode !== void 0 && (validate83(data46.sendActivationCode, { instancePath: instancePath + "/resultCodes/extra/sendActivationCode", parentData: data46, parentDataProperty: "sendActivationCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors), errors = vErrors.length)), data46.tokenActivationNotification !== void 0 && (validate83(data46.tokenActivationNotification, { instancePath: instancePath + "/resultCodes/extra/tokenActivationNotification", parentData: data46, parentDataProperty: "tokenActivationNotification", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors), errors = vErrors.length)), data46.tokenDigitizeDecision !== void 0 && (validate83(data46.tokenDigitizeDecision, { instancePath: instancePath + "/resultCodes/extra/tokenDigitizeDecision", parentData: data46, parentDataProperty: "tokenDigitizeDecision", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors), errors = vErrors.length)), data46.getPaymentCode !== void 0 && (validate83(data46.getPaymentCode, { instancePath: instancePath + "/resultCodes/extra/getPaymentCode", parentData: data46, parentDataProperty: "getPaymentCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors), errors = vErrors.length));
          } else {
            let err40 = { instancePath: instancePath + "/resultCodes/extra", schemaPath: "#/properties/resultCodes/properties/extra/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
          }
        }
      } else {
        let err41 = { instancePath: instancePath + "/resultCodes", schemaPath: "#/properties/resultCodes/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
      }
    }
    if (data.client !== void 0) {
      let data53 = data.client;
      if (data53 && typeof data53 == "object" && !Array.isArray(data53)) {
        for (let key10 in data53)
          if (!(key10 === "listen" || key10 === "trigger" || key10 === "triggerTimeoutMs" || key10 === "retryWindowMs" || key10 === "timeoutMs")) {
            let err42 = { instancePath: instancePath + "/client", schemaPath: "#/properties/client/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 } };
            vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
          }
        if (data53.listen !== void 0) {
          let data54 = data53.listen;
          if (typeof data54 == "string") {
            if (func2(data54) < 1) {
              let err43 = { instancePath: instancePath + "/client/listen", schemaPath: "#/properties/client/properties/listen/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
            }
            if (!pattern6.test(data54)) {
              let err44 = { instancePath: instancePath + "/client/listen", schemaPath: "#/properties/client/properties/listen/pattern", keyword: "pattern", params: { pattern: "^(\\[[0-9A-Fa-f:.]+\\]|[^:\\s]+):[0-9]{1,5}$" } };
              vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
            }
          } else {
            let err45 = { instancePath: instancePath + "/client/listen", schemaPath: "#/properties/client/properties/listen/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
          }
        }
        if (data53.trigger !== void 0) {
          let data55 = data53.trigger;
          if (data55 && typeof data55 == "object" && !Array.isArray(data55)) {
            if (Object.keys(data55).length > 1) {
              let err46 = { instancePath: instancePath + "/client/trigger", schemaPath: "#/properties/client/properties/trigger/maxProperties", keyword: "maxProperties", params: { limit: 1 } };
              vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
            }
            if (Object.keys(data55).length < 1) {
              let err47 = { instancePath: instancePath + "/client/trigger", schemaPath: "#/properties/client/properties/trigger/minProperties", keyword: "minProperties", params: { limit: 1 } };
              vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
            }
            for (let key11 in data55)
              if (!(key11 === "url" || key11 === "command")) {
                let err48 = { instancePath: instancePath + "/client/trigger", schemaPath: "#/properties/client/properties/trigger/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 } };
                vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
              }
            if (data55.url !== void 0) {
              let data56 = data55.url;
              if (typeof data56 == "string") {
                if (func2(data56) < 1) {
                  let err49 = { instancePath: instancePath + "/client/trigger/url", schemaPath: "#/properties/client/properties/trigger/properties/url/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
                }
              } else {
                let err50 = { instancePath: instancePath + "/client/trigger/url", schemaPath: "#/properties/client/properties/trigger/properties/url/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
              }
            }
            if (data55.command !== void 0) {
              let data57 = data55.command;
              if (typeof data57 == "string") {
                if (func2(data57) < 1) {
                  let err51 = { instancePath: instancePath + "/client/trigger/command", schemaPath: "#/properties/client/properties/trigger/properties/command/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
                }
              } else {
                let err52 = { instancePath: instancePath + "/client/trigger/command", schemaPath: "#/properties/client/properties/trigger/properties/command/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
              }
            }
          } else {
            let err53 = { instancePath: instancePath + "/client/trigger", schemaPath: "#/properties/client/properties/trigger/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
          }
        }
        if (data53.triggerTimeoutMs !== void 0) {
          let data58 = data53.triggerTimeoutMs;
          if (!(typeof data58 == "number" && !(data58 % 1) && !isNaN(data58) && isFinite(data58))) {
            let err54 = { instancePath: instancePath + "/client/triggerTimeoutMs", schemaPath: "#/properties/client/properties/triggerTimeoutMs/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
          }
          if (typeof data58 == "number" && isFinite(data58)) {
            if (data58 > 864e5 || isNaN(data58)) {
              let err55 = { instancePath: instancePath + "/client/triggerTimeoutMs", schemaPath: "#/properties/client/properties/triggerTimeoutMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 } };
              vErrors === null ? vErrors = [err55] : vErrors.push(err55), errors++;
            }
            if (data58 < 1 || isNaN(data58)) {
              let err56 = { instancePath: instancePath + "/client/triggerTimeoutMs", schemaPath: "#/properties/client/properties/triggerTimeoutMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              vErrors === null ? vErrors = [err56] : vErrors.push(err56), errors++;
            }
          }
        }
        if (data53.retryWindowMs !== void 0) {
          let data59 = data53.retryWindowMs;
          if (!(typeof data59 == "number" && !(data59 % 1) && !isNaN(data59) && isFinite(data59))) {
            let err57 = { instancePath: instancePath + "/client/retryWindowMs", schemaPath: "#/properties/client/properties/retryWindowMs/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err57] : vErrors.push(err57), errors++;
          }
          if (typeof data59 == "number" && isFinite(data59)) {
            if (data59 > 864e5 || isNaN(data59)) {
              let err58 = { instancePath: instancePath + "/client/retryWindowMs", schemaPath: "#/properties/client/properties/retryWindowMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 } };
              vErrors === null ? vErrors = [err58] : vErrors.push(err58), errors++;
            }
            if (data59 < 1 || isNaN(data59)) {
              let err59 = { instancePath: instancePath + "/client/retryWindowMs", schemaPath: "#/properties/client/properties/retryWindowMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              vErrors === null ? vErrors = [err59] : vErrors.push(err59), errors++;
            }
          }
        }
        if (data53.timeoutMs !== void 0) {
          let data60 = data53.timeoutMs;
          if (!(typeof data60 == "number" && !(data60 % 1) && !isNaN(data60) && isFinite(data60))) {
            let err60 = { instancePath: instancePath + "/client/timeoutMs", schemaPath: "#/properties/client/properties/timeoutMs/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err60] : vErrors.push(err60), errors++;
          }
          if (typeof data60 == "number" && isFinite(data60)) {
            if (data60 > 864e5 || isNaN(data60)) {
              let err61 = { instancePath: instancePath + "/client/timeoutMs", schemaPath: "#/properties/client/properties/timeoutMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 } };
              vErrors === null ? vErrors = [err61] : vErrors.push(err61), errors++;
            }
            if (data60 < 1 || isNaN(data60)) {
              let err62 = { instancePath: instancePath + "/client/timeoutMs", schemaPath: "#/properties/client/properties/timeoutMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              vErrors === null ? vErrors = [err62] : vErrors.push(err62), errors++;
            }
          }
        }
      } else {
        let err63 = { instancePath: instancePath + "/client", schemaPath: "#/properties/client/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err63] : vErrors.push(err63), errors++;
      }
    }
    if (data.tls !== void 0) {
      let data61 = data.tls;
      if (data61 && typeof data61 == "object" && !Array.isArray(data61)) {
        for (let key12 in data61)
          if (!(key12 === "ca" || key12 === "cert" || key12 === "key" || key12 === "passphrase")) {
            let err64 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 } };
            vErrors === null ? vErrors = [err64] : vErrors.push(err64), errors++;
          }
        if (data61.ca !== void 0) {
          let data62 = data61.ca;
          if (typeof data62 == "string") {
            if (func2(data62) < 1) {
              let err65 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err65] : vErrors.push(err65), errors++;
            }
          } else {
            let err66 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err66] : vErrors.push(err66), errors++;
          }
        }
        if (data61.cert !== void 0) {
          let data63 = data61.cert;
          if (typeof data63 == "string") {
            if (func2(data63) < 1) {
              let err67 = { instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err67] : vErrors.push(err67), errors++;
            }
          } else {
            let err68 = { instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err68] : vErrors.push(err68), errors++;
          }
        }
        if (data61.key !== void 0) {
          let data64 = data61.key;
          if (typeof data64 == "string") {
            if (func2(data64) < 1) {
              let err69 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err69] : vErrors.push(err69), errors++;
            }
          } else {
            let err70 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err70] : vErrors.push(err70), errors++;
          }
        }
        if (data61.passphrase !== void 0) {
          let data65 = data61.passphrase;
          if (typeof data65 == "string") {
            if (func2(data65) < 1) {
              let err71 = { instancePath: instancePath + "/tls/passphrase", schemaPath: "#/properties/tls/properties/passphrase/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err71] : vErrors.push(err71), errors++;
            }
          } else {
            let err72 = { instancePath: instancePath + "/tls/passphrase", schemaPath: "#/properties/tls/properties/passphrase/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err72] : vErrors.push(err72), errors++;
          }
        }
      } else {
        let err73 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err73] : vErrors.push(err73), errors++;
      }
    }
    if (data.run !== void 0) {
      let data66 = data.run;
      if (data66 && typeof data66 == "object" && !Array.isArray(data66)) {
        for (let key13 in data66)
          if (!func1.call(schema19.properties.run.properties, key13)) {
            let err74 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 } };
            vErrors === null ? vErrors = [err74] : vErrors.push(err74), errors++;
          }
        if (data66.profile !== void 0) {
          let data67 = data66.profile;
          if (!(data67 === "smoke" || data67 === "gate" || data67 === "certify")) {
            let err75 = { instancePath: instancePath + "/run/profile", schemaPath: "#/properties/run/properties/profile/enum", keyword: "enum", params: { allowedValues: schema19.properties.run.properties.profile.enum } };
            vErrors === null ? vErrors = [err75] : vErrors.push(err75), errors++;
          }
        }
        if (data66.seed !== void 0) {
          let data68 = data66.seed;
          if (!(typeof data68 == "number" && !(data68 % 1) && !isNaN(data68) && isFinite(data68))) {
            let err76 = { instancePath: instancePath + "/run/seed", schemaPath: "#/properties/run/properties/seed/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err76] : vErrors.push(err76), errors++;
          }
          if (typeof data68 == "number" && isFinite(data68)) {
            if (data68 > 2147483647 || isNaN(data68)) {
              let err77 = { instancePath: instancePath + "/run/seed", schemaPath: "#/properties/run/properties/seed/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } };
              vErrors === null ? vErrors = [err77] : vErrors.push(err77), errors++;
            }
            if (data68 < -2147483648 || isNaN(data68)) {
              let err78 = { instancePath: instancePath + "/run/seed", schemaPath: "#/properties/run/properties/seed/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 } };
              vErrors === null ? vErrors = [err78] : vErrors.push(err78), errors++;
            }
          }
        }
        if (data66.strict !== void 0 && typeof data66.strict != "boolean") {
          let err79 = { instancePath: instancePath + "/run/strict", schemaPath: "#/properties/run/properties/strict/type", keyword: "type", params: { type: "boolean" } };
          vErrors === null ? vErrors = [err79] : vErrors.push(err79), errors++;
        }
        if (data66.timeoutMs !== void 0) {
          let data70 = data66.timeoutMs;
          if (!(typeof data70 == "number" && !(data70 % 1) && !isNaN(data70) && isFinite(data70))) {
            let err80 = { instancePath: instancePath + "/run/timeoutMs", schemaPath: "#/properties/run/properties/timeoutMs/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err80] : vErrors.push(err80), errors++;
          }
          if (typeof data70 == "number" && isFinite(data70)) {
            if (data70 > 6e5 || isNaN(data70)) {
              let err81 = { instancePath: instancePath + "/run/timeoutMs", schemaPath: "#/properties/run/properties/timeoutMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 6e5 } };
              vErrors === null ? vErrors = [err81] : vErrors.push(err81), errors++;
            }
            if (data70 < 1 || isNaN(data70)) {
              let err82 = { instancePath: instancePath + "/run/timeoutMs", schemaPath: "#/properties/run/properties/timeoutMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              vErrors === null ? vErrors = [err82] : vErrors.push(err82), errors++;
            }
          }
        }
        if (data66.concurrency !== void 0) {
          let data71 = data66.concurrency;
          if (!(typeof data71 == "number" && !(data71 % 1) && !isNaN(data71) && isFinite(data71))) {
            let err83 = { instancePath: instancePath + "/run/concurrency", schemaPath: "#/properties/run/properties/concurrency/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err83] : vErrors.push(err83), errors++;
          }
          if (typeof data71 == "number" && isFinite(data71)) {
            if (data71 > 256 || isNaN(data71)) {
              let err84 = { instancePath: instancePath + "/run/concurrency", schemaPath: "#/properties/run/properties/concurrency/maximum", keyword: "maximum", params: { comparison: "<=", limit: 256 } };
              vErrors === null ? vErrors = [err84] : vErrors.push(err84), errors++;
            }
            if (data71 < 1 || isNaN(data71)) {
              let err85 = { instancePath: instancePath + "/run/concurrency", schemaPath: "#/properties/run/properties/concurrency/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              vErrors === null ? vErrors = [err85] : vErrors.push(err85), errors++;
            }
          }
        }
        if (data66.rate !== void 0) {
          let data72 = data66.rate;
          if (typeof data72 == "number" && isFinite(data72)) {
            if (data72 > 1e5 || isNaN(data72)) {
              let err86 = { instancePath: instancePath + "/run/rate", schemaPath: "#/properties/run/properties/rate/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 } };
              vErrors === null ? vErrors = [err86] : vErrors.push(err86), errors++;
            }
            if (data72 < 0 || isNaN(data72)) {
              let err87 = { instancePath: instancePath + "/run/rate", schemaPath: "#/properties/run/properties/rate/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
              vErrors === null ? vErrors = [err87] : vErrors.push(err87), errors++;
            }
          } else {
            let err88 = { instancePath: instancePath + "/run/rate", schemaPath: "#/properties/run/properties/rate/type", keyword: "type", params: { type: "number" } };
            vErrors === null ? vErrors = [err88] : vErrors.push(err88), errors++;
          }
        }
        if (data66.runs !== void 0) {
          let data73 = data66.runs;
          if (!(typeof data73 == "number" && !(data73 % 1) && !isNaN(data73) && isFinite(data73))) {
            let err89 = { instancePath: instancePath + "/run/runs", schemaPath: "#/properties/run/properties/runs/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err89] : vErrors.push(err89), errors++;
          }
          if (typeof data73 == "number" && isFinite(data73)) {
            if (data73 > 1e5 || isNaN(data73)) {
              let err90 = { instancePath: instancePath + "/run/runs", schemaPath: "#/properties/run/properties/runs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 } };
              vErrors === null ? vErrors = [err90] : vErrors.push(err90), errors++;
            }
            if (data73 < 1 || isNaN(data73)) {
              let err91 = { instancePath: instancePath + "/run/runs", schemaPath: "#/properties/run/properties/runs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              vErrors === null ? vErrors = [err91] : vErrors.push(err91), errors++;
            }
          }
        }
        if (data66.marker !== void 0 && typeof data66.marker != "boolean") {
          let err92 = { instancePath: instancePath + "/run/marker", schemaPath: "#/properties/run/properties/marker/type", keyword: "type", params: { type: "boolean" } };
          vErrors === null ? vErrors = [err92] : vErrors.push(err92), errors++;
        }
        if (data66.absenceMs !== void 0) {
          let data75 = data66.absenceMs;
          if (!(typeof data75 == "number" && !(data75 % 1) && !isNaN(data75) && isFinite(data75))) {
            let err93 = { instancePath: instancePath + "/run/absenceMs", schemaPath: "#/properties/run/properties/absenceMs/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err93] : vErrors.push(err93), errors++;
          }
          if (typeof data75 == "number" && isFinite(data75)) {
            if (data75 > 864e5 || isNaN(data75)) {
              let err94 = { instancePath: instancePath + "/run/absenceMs", schemaPath: "#/properties/run/properties/absenceMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 } };
              vErrors === null ? vErrors = [err94] : vErrors.push(err94), errors++;
            }
            if (data75 < 0 || isNaN(data75)) {
              let err95 = { instancePath: instancePath + "/run/absenceMs", schemaPath: "#/properties/run/properties/absenceMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
              vErrors === null ? vErrors = [err95] : vErrors.push(err95), errors++;
            }
          }
        }
        if (data66.startMs !== void 0) {
          let data76 = data66.startMs;
          if (!(typeof data76 == "number" && !(data76 % 1) && !isNaN(data76) && isFinite(data76))) {
            let err96 = { instancePath: instancePath + "/run/startMs", schemaPath: "#/properties/run/properties/startMs/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err96] : vErrors.push(err96), errors++;
          }
          if (typeof data76 == "number" && isFinite(data76)) {
            if (data76 > 864e5 || isNaN(data76)) {
              let err97 = { instancePath: instancePath + "/run/startMs", schemaPath: "#/properties/run/properties/startMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 } };
              vErrors === null ? vErrors = [err97] : vErrors.push(err97), errors++;
            }
            if (data76 < 0 || isNaN(data76)) {
              let err98 = { instancePath: instancePath + "/run/startMs", schemaPath: "#/properties/run/properties/startMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
              vErrors === null ? vErrors = [err98] : vErrors.push(err98), errors++;
            }
          }
        }
      } else {
        let err99 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err99] : vErrors.push(err99), errors++;
      }
    }
    if (data.subject !== void 0) {
      let data77 = data.subject;
      if (data77 && typeof data77 == "object" && !Array.isArray(data77)) {
        for (let key14 in data77)
          if (!(key14 === "organisation" || key14 === "product" || key14 === "version" || key14 === "environment" || key14 === "contact")) {
            let err100 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 } };
            vErrors === null ? vErrors = [err100] : vErrors.push(err100), errors++;
          }
        if (data77.organisation !== void 0) {
          let data78 = data77.organisation;
          if (typeof data78 == "string") {
            if (func2(data78) < 1) {
              let err101 = { instancePath: instancePath + "/subject/organisation", schemaPath: "#/properties/subject/properties/organisation/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err101] : vErrors.push(err101), errors++;
            }
          } else {
            let err102 = { instancePath: instancePath + "/subject/organisation", schemaPath: "#/properties/subject/properties/organisation/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err102] : vErrors.push(err102), errors++;
          }
        }
        if (data77.product !== void 0) {
          let data79 = data77.product;
          if (typeof data79 == "string") {
            if (func2(data79) < 1) {
              let err103 = { instancePath: instancePath + "/subject/product", schemaPath: "#/properties/subject/properties/product/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err103] : vErrors.push(err103), errors++;
            }
          } else {
            let err104 = { instancePath: instancePath + "/subject/product", schemaPath: "#/properties/subject/properties/product/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err104] : vErrors.push(err104), errors++;
          }
        }
        if (data77.version !== void 0) {
          let data80 = data77.version;
          if (typeof data80 == "string") {
            if (func2(data80) < 1) {
              let err105 = { instancePath: instancePath + "/subject/version", schemaPath: "#/properties/subject/properties/version/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err105] : vErrors.push(err105), errors++;
            }
          } else {
            let err106 = { instancePath: instancePath + "/subject/version", schemaPath: "#/properties/subject/properties/version/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err106] : vErrors.push(err106), errors++;
          }
        }
        if (data77.environment !== void 0) {
          let data81 = data77.environment;
          if (typeof data81 == "string") {
            if (func2(data81) < 1) {
              let err107 = { instancePath: instancePath + "/subject/environment", schemaPath: "#/properties/subject/properties/environment/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err107] : vErrors.push(err107), errors++;
            }
          } else {
            let err108 = { instancePath: instancePath + "/subject/environment", schemaPath: "#/properties/subject/properties/environment/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err108] : vErrors.push(err108), errors++;
          }
        }
        if (data77.contact !== void 0) {
          let data82 = data77.contact;
          if (typeof data82 == "string") {
            if (func2(data82) < 1) {
              let err109 = { instancePath: instancePath + "/subject/contact", schemaPath: "#/properties/subject/properties/contact/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err109] : vErrors.push(err109), errors++;
            }
          } else {
            let err110 = { instancePath: instancePath + "/subject/contact", schemaPath: "#/properties/subject/properties/contact/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err110] : vErrors.push(err110), errors++;
          }
        }
      } else {
        let err111 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err111] : vErrors.push(err111), errors++;
      }
    }
    if (data.declared !== void 0) {
      let data83 = data.declared;
      if (Array.isArray(data83)) {
        let len3 = data83.length;
        for (let i6 = 0; i6 < len3; i6++) {
          let data84 = data83[i6];
          if (data84 && typeof data84 == "object" && !Array.isArray(data84)) {
            if (data84.requirement === void 0) {
              let err112 = { instancePath: instancePath + "/declared/" + i6, schemaPath: "#/properties/declared/items/required", keyword: "required", params: { missingProperty: "requirement" } };
              vErrors === null ? vErrors = [err112] : vErrors.push(err112), errors++;
            }
            if (data84.reason === void 0) {
              let err113 = { instancePath: instancePath + "/declared/" + i6, schemaPath: "#/properties/declared/items/required", keyword: "required", params: { missingProperty: "reason" } };
              vErrors === null ? vErrors = [err113] : vErrors.push(err113), errors++;
            }
            if (data84.owner === void 0) {
              let err114 = { instancePath: instancePath + "/declared/" + i6, schemaPath: "#/properties/declared/items/required", keyword: "required", params: { missingProperty: "owner" } };
              vErrors === null ? vErrors = [err114] : vErrors.push(err114), errors++;
            }
            for (let key15 in data84)
              if (!(key15 === "requirement" || key15 === "reason" || key15 === "owner")) {
                let err115 = { instancePath: instancePath + "/declared/" + i6, schemaPath: "#/properties/declared/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key15 } };
                vErrors === null ? vErrors = [err115] : vErrors.push(err115), errors++;
              }
            if (data84.requirement !== void 0) {
              let data85 = data84.requirement;
              if (typeof data85 == "string") {
                if (func2(data85) < 1) {
                  let err116 = { instancePath: instancePath + "/declared/" + i6 + "/requirement", schemaPath: "#/properties/declared/items/properties/requirement/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err116] : vErrors.push(err116), errors++;
                }
              } else {
                let err117 = { instancePath: instancePath + "/declared/" + i6 + "/requirement", schemaPath: "#/properties/declared/items/properties/requirement/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err117] : vErrors.push(err117), errors++;
              }
            }
            if (data84.reason !== void 0) {
              let data86 = data84.reason;
              if (typeof data86 == "string") {
                if (func2(data86) < 1) {
                  let err118 = { instancePath: instancePath + "/declared/" + i6 + "/reason", schemaPath: "#/properties/declared/items/properties/reason/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err118] : vErrors.push(err118), errors++;
                }
                if (!pattern7.test(data86)) {
                  let err119 = { instancePath: instancePath + "/declared/" + i6 + "/reason", schemaPath: "#/properties/declared/items/properties/reason/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  vErrors === null ? vErrors = [err119] : vErrors.push(err119), errors++;
                }
              } else {
                let err120 = { instancePath: instancePath + "/declared/" + i6 + "/reason", schemaPath: "#/properties/declared/items/properties/reason/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err120] : vErrors.push(err120), errors++;
              }
            }
            if (data84.owner !== void 0) {
              let data87 = data84.owner;
              if (typeof data87 == "string") {
                if (func2(data87) < 1) {
                  let err121 = { instancePath: instancePath + "/declared/" + i6 + "/owner", schemaPath: "#/properties/declared/items/properties/owner/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err121] : vErrors.push(err121), errors++;
                }
                if (!pattern7.test(data87)) {
                  let err122 = { instancePath: instancePath + "/declared/" + i6 + "/owner", schemaPath: "#/properties/declared/items/properties/owner/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  vErrors === null ? vErrors = [err122] : vErrors.push(err122), errors++;
                }
              } else {
                let err123 = { instancePath: instancePath + "/declared/" + i6 + "/owner", schemaPath: "#/properties/declared/items/properties/owner/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err123] : vErrors.push(err123), errors++;
              }
            }
          } else {
            let err124 = { instancePath: instancePath + "/declared/" + i6, schemaPath: "#/properties/declared/items/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err124] : vErrors.push(err124), errors++;
          }
        }
      } else {
        let err125 = { instancePath: instancePath + "/declared", schemaPath: "#/properties/declared/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err125] : vErrors.push(err125), errors++;
      }
    }
    if (data.reviews !== void 0) {
      let data88 = data.reviews;
      if (Array.isArray(data88)) {
        let len4 = data88.length;
        for (let i7 = 0; i7 < len4; i7++) {
          let data89 = data88[i7];
          if (data89 && typeof data89 == "object" && !Array.isArray(data89)) {
            if (data89.result === void 0) {
              let err126 = { instancePath: instancePath + "/reviews/" + i7, schemaPath: "#/properties/reviews/items/required", keyword: "required", params: { missingProperty: "result" } };
              vErrors === null ? vErrors = [err126] : vErrors.push(err126), errors++;
            }
            if (data89.reviewer === void 0) {
              let err127 = { instancePath: instancePath + "/reviews/" + i7, schemaPath: "#/properties/reviews/items/required", keyword: "required", params: { missingProperty: "reviewer" } };
              vErrors === null ? vErrors = [err127] : vErrors.push(err127), errors++;
            }
            if (data89.on === void 0) {
              let err128 = { instancePath: instancePath + "/reviews/" + i7, schemaPath: "#/properties/reviews/items/required", keyword: "required", params: { missingProperty: "on" } };
              vErrors === null ? vErrors = [err128] : vErrors.push(err128), errors++;
            }
            for (let key16 in data89)
              if (!(key16 === "requirement" || key16 === "step" || key16 === "result" || key16 === "reviewer" || key16 === "on" || key16 === "file")) {
                let err129 = { instancePath: instancePath + "/reviews/" + i7, schemaPath: "#/properties/reviews/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key16 } };
                vErrors === null ? vErrors = [err129] : vErrors.push(err129), errors++;
              }
            if (data89.requirement !== void 0) {
              let data90 = data89.requirement;
              if (typeof data90 == "string") {
                if (func2(data90) < 1) {
                  let err130 = { instancePath: instancePath + "/reviews/" + i7 + "/requirement", schemaPath: "#/properties/reviews/items/properties/requirement/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err130] : vErrors.push(err130), errors++;
                }
              } else {
                let err131 = { instancePath: instancePath + "/reviews/" + i7 + "/requirement", schemaPath: "#/properties/reviews/items/properties/requirement/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err131] : vErrors.push(err131), errors++;
              }
            }
            if (data89.step !== void 0) {
              let data91 = data89.step;
              if (typeof data91 == "string") {
                if (func2(data91) < 1) {
                  let err132 = { instancePath: instancePath + "/reviews/" + i7 + "/step", schemaPath: "#/properties/reviews/items/properties/step/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err132] : vErrors.push(err132), errors++;
                }
              } else {
                let err133 = { instancePath: instancePath + "/reviews/" + i7 + "/step", schemaPath: "#/properties/reviews/items/properties/step/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err133] : vErrors.push(err133), errors++;
              }
            }
            if (data89.result !== void 0) {
              let data92 = data89.result;
              if (typeof data92 == "string") {
                if (func2(data92) < 1) {
                  let err134 = { instancePath: instancePath + "/reviews/" + i7 + "/result", schemaPath: "#/properties/reviews/items/properties/result/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err134] : vErrors.push(err134), errors++;
                }
                if (!pattern7.test(data92)) {
                  let err135 = { instancePath: instancePath + "/reviews/" + i7 + "/result", schemaPath: "#/properties/reviews/items/properties/result/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  vErrors === null ? vErrors = [err135] : vErrors.push(err135), errors++;
                }
              } else {
                let err136 = { instancePath: instancePath + "/reviews/" + i7 + "/result", schemaPath: "#/properties/reviews/items/properties/result/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err136] : vErrors.push(err136), errors++;
              }
            }
            if (data89.reviewer !== void 0) {
              let data93 = data89.reviewer;
              if (typeof data93 == "string") {
                if (func2(data93) < 1) {
                  let err137 = { instancePath: instancePath + "/reviews/" + i7 + "/reviewer", schemaPath: "#/properties/reviews/items/properties/reviewer/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err137] : vErrors.push(err137), errors++;
                }
                if (!pattern7.test(data93)) {
                  let err138 = { instancePath: instancePath + "/reviews/" + i7 + "/reviewer", schemaPath: "#/properties/reviews/items/properties/reviewer/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  vErrors === null ? vErrors = [err138] : vErrors.push(err138), errors++;
                }
              } else {
                let err139 = { instancePath: instancePath + "/reviews/" + i7 + "/reviewer", schemaPath: "#/properties/reviews/items/properties/reviewer/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err139] : vErrors.push(err139), errors++;
              }
            }
            if (data89.on !== void 0) {
              let data94 = data89.on;
              if (typeof data94 == "string") {
                if (func2(data94) < 1) {
                  let err140 = { instancePath: instancePath + "/reviews/" + i7 + "/on", schemaPath: "#/properties/reviews/items/properties/on/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err140] : vErrors.push(err140), errors++;
                }
                if (!pattern11.test(data94)) {
                  let err141 = { instancePath: instancePath + "/reviews/" + i7 + "/on", schemaPath: "#/properties/reviews/items/properties/on/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" } };
                  vErrors === null ? vErrors = [err141] : vErrors.push(err141), errors++;
                }
              } else {
                let err142 = { instancePath: instancePath + "/reviews/" + i7 + "/on", schemaPath: "#/properties/reviews/items/properties/on/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err142] : vErrors.push(err142), errors++;
              }
            }
            if (data89.file !== void 0) {
              let data95 = data89.file;
              if (typeof data95 == "string") {
                if (func2(data95) < 1) {
                  let err143 = { instancePath: instancePath + "/reviews/" + i7 + "/file", schemaPath: "#/properties/reviews/items/properties/file/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err143] : vErrors.push(err143), errors++;
                }
              } else {
                let err144 = { instancePath: instancePath + "/reviews/" + i7 + "/file", schemaPath: "#/properties/reviews/items/properties/file/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err144] : vErrors.push(err144), errors++;
              }
            }
          } else {
            let err145 = { instancePath: instancePath + "/reviews/" + i7, schemaPath: "#/properties/reviews/items/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err145] : vErrors.push(err145), errors++;
          }
        }
      } else {
        let err146 = { instancePath: instancePath + "/reviews", schemaPath: "#/properties/reviews/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err146] : vErrors.push(err146), errors++;
      }
    }
    if (data.waivers !== void 0) {
      let data96 = data.waivers;
      if (Array.isArray(data96)) {
        let len5 = data96.length;
        for (let i8 = 0; i8 < len5; i8++) {
          let data97 = data96[i8];
          if (data97 && typeof data97 == "object" && !Array.isArray(data97)) {
            if (data97.requirement === void 0) {
              let err147 = { instancePath: instancePath + "/waivers/" + i8, schemaPath: "#/properties/waivers/items/required", keyword: "required", params: { missingProperty: "requirement" } };
              vErrors === null ? vErrors = [err147] : vErrors.push(err147), errors++;
            }
            if (data97.reason === void 0) {
              let err148 = { instancePath: instancePath + "/waivers/" + i8, schemaPath: "#/properties/waivers/items/required", keyword: "required", params: { missingProperty: "reason" } };
              vErrors === null ? vErrors = [err148] : vErrors.push(err148), errors++;
            }
            if (data97.owner === void 0) {
              let err149 = { instancePath: instancePath + "/waivers/" + i8, schemaPath: "#/properties/waivers/items/required", keyword: "required", params: { missingProperty: "owner" } };
              vErrors === null ? vErrors = [err149] : vErrors.push(err149), errors++;
            }
            if (data97.until === void 0) {
              let err150 = { instancePath: instancePath + "/waivers/" + i8, schemaPath: "#/properties/waivers/items/required", keyword: "required", params: { missingProperty: "until" } };
              vErrors === null ? vErrors = [err150] : vErrors.push(err150), errors++;
            }
            for (let key17 in data97)
              if (!(key17 === "requirement" || key17 === "reason" || key17 === "owner" || key17 === "until")) {
                let err151 = { instancePath: instancePath + "/waivers/" + i8, schemaPath: "#/properties/waivers/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key17 } };
                vErrors === null ? vErrors = [err151] : vErrors.push(err151), errors++;
              }
            if (data97.requirement !== void 0) {
              let data98 = data97.requirement;
              if (typeof data98 == "string") {
                if (func2(data98) < 1) {
                  let err152 = { instancePath: instancePath + "/waivers/" + i8 + "/requirement", schemaPath: "#/properties/waivers/items/properties/requirement/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err152] : vErrors.push(err152), errors++;
                }
              } else {
                let err153 = { instancePath: instancePath + "/waivers/" + i8 + "/requirement", schemaPath: "#/properties/waivers/items/properties/requirement/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err153] : vErrors.push(err153), errors++;
              }
            }
            if (data97.reason !== void 0) {
              let data99 = data97.reason;
              if (typeof data99 == "string") {
                if (func2(data99) < 1) {
                  let err154 = { instancePath: instancePath + "/waivers/" + i8 + "/reason", schemaPath: "#/properties/waivers/items/properties/reason/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err154] : vErrors.push(err154), errors++;
                }
                if (!pattern7.test(data99)) {
                  let err155 = { instancePath: instancePath + "/waivers/" + i8 + "/reason", schemaPath: "#/properties/waivers/items/properties/reason/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  vErrors === null ? vErrors = [err155] : vErrors.push(err155), errors++;
                }
              } else {
                let err156 = { instancePath: instancePath + "/waivers/" + i8 + "/reason", schemaPath: "#/properties/waivers/items/properties/reason/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err156] : vErrors.push(err156), errors++;
              }
            }
            if (data97.owner !== void 0) {
              let data100 = data97.owner;
              if (typeof data100 == "string") {
                if (func2(data100) < 1) {
                  let err157 = { instancePath: instancePath + "/waivers/" + i8 + "/owner", schemaPath: "#/properties/waivers/items/properties/owner/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err157] : vErrors.push(err157), errors++;
                }
                if (!pattern7.test(data100)) {
                  let err158 = { instancePath: instancePath + "/waivers/" + i8 + "/owner", schemaPath: "#/properties/waivers/items/properties/owner/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  vErrors === null ? vErrors = [err158] : vErrors.push(err158), errors++;
                }
              } else {
                let err159 = { instancePath: instancePath + "/waivers/" + i8 + "/owner", schemaPath: "#/properties/waivers/items/properties/owner/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err159] : vErrors.push(err159), errors++;
              }
            }
            if (data97.until !== void 0) {
              let data101 = data97.until;
              if (typeof data101 == "string") {
                if (func2(data101) < 1) {
                  let err160 = { instancePath: instancePath + "/waivers/" + i8 + "/until", schemaPath: "#/properties/waivers/items/properties/until/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err160] : vErrors.push(err160), errors++;
                }
                if (!pattern11.test(data101)) {
                  let err161 = { instancePath: instancePath + "/waivers/" + i8 + "/until", schemaPath: "#/properties/waivers/items/properties/until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" } };
                  vErrors === null ? vErrors = [err161] : vErrors.push(err161), errors++;
                }
              } else {
                let err162 = { instancePath: instancePath + "/waivers/" + i8 + "/until", schemaPath: "#/properties/waivers/items/properties/until/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err162] : vErrors.push(err162), errors++;
              }
            }
          } else {
            let err163 = { instancePath: instancePath + "/waivers/" + i8, schemaPath: "#/properties/waivers/items/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err163] : vErrors.push(err163), errors++;
          }
        }
      } else {
        let err164 = { instancePath: instancePath + "/waivers", schemaPath: "#/properties/waivers/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err164] : vErrors.push(err164), errors++;
      }
    }
  } else {
    let err165 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err165] : vErrors.push(err165), errors++;
  }
  return validate52.errors = vErrors, errors === 0;
}
validate52.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
export {
  stdin_default as default,
  validate
};
