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
var validate = validate52, stdin_default = validate52, schema19 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:alipayplus-conformance:config", type: "object", additionalProperties: !1, properties: { $schema: { type: "string", minLength: 1 }, target: { type: "string", minLength: 1 }, role: { enum: ["mpp", "alipayplus", "mpp-client"] }, apis: { type: "array", minItems: 1, uniqueItems: !0, items: { type: "string" } }, specs: { type: "array", minItems: 1, uniqueItems: !0, items: { type: "string", minLength: 1 } }, clientId: { type: "string", minLength: 1 }, signing: { type: "object", additionalProperties: !1, properties: { mode: { enum: ["required", "off"] }, keyVersion: { type: ["string", "integer"], pattern: "^[A-Za-z0-9._-]+$" }, privateKey: { type: "string", minLength: 1 }, publicKey: { type: "string", minLength: 1 } } }, paths: { type: "object", additionalProperties: { $ref: "#/$defs/path" }, properties: { sendOTP: { $ref: "#/$defs/path" }, sendActivationCode: { $ref: "#/$defs/path" }, tokenActivationNotification: { $ref: "#/$defs/path" }, tokenDigitizeDecision: { $ref: "#/$defs/path" }, getPaymentCode: { $ref: "#/$defs/path" } } }, headers: { type: "object", additionalProperties: { type: "string" }, propertyNames: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" } }, requests: { type: "object", additionalProperties: { $ref: "#/$defs/users" }, properties: { sendOTP: { $ref: "#/$defs/users" }, sendActivationCode: { $ref: "#/$defs/users" }, tokenActivationNotification: { $ref: "#/$defs/users" }, tokenDigitizeDecision: { $ref: "#/$defs/users" }, getPaymentCode: { $ref: "#/$defs/users" } } }, scenarios: { type: "object", additionalProperties: { $ref: "#/$defs/scenarios" }, properties: { sendOTP: { $ref: "#/$defs/scenarios" }, sendActivationCode: { $ref: "#/$defs/scenarios" }, tokenActivationNotification: { $ref: "#/$defs/scenarios" }, tokenDigitizeDecision: { $ref: "#/$defs/scenarios" }, getPaymentCode: { $ref: "#/$defs/scenarios" } } }, limits: { type: "object", additionalProperties: { $ref: "#/$defs/limit" }, properties: { sendOTP: { $ref: "#/$defs/limit" }, sendActivationCode: { $ref: "#/$defs/limit" }, tokenActivationNotification: { $ref: "#/$defs/limit" }, tokenDigitizeDecision: { $ref: "#/$defs/limit" }, getPaymentCode: { $ref: "#/$defs/limit" } } }, resultCodes: { type: "object", additionalProperties: !1, properties: { extra: { type: "object", additionalProperties: { $ref: "#/$defs/codes" }, properties: { sendOTP: { $ref: "#/$defs/codes" }, sendActivationCode: { $ref: "#/$defs/codes" }, tokenActivationNotification: { $ref: "#/$defs/codes" }, tokenDigitizeDecision: { $ref: "#/$defs/codes" }, getPaymentCode: { $ref: "#/$defs/codes" } } } } }, client: { type: "object", additionalProperties: !1, properties: { listen: { type: "string", minLength: 1, pattern: "^(\\[[0-9A-Fa-f:.]+\\]|[^:\\s]+):[0-9]{1,5}$" }, trigger: { type: "object", additionalProperties: !1, properties: { url: { type: "string", minLength: 1 }, command: { type: "string", minLength: 1 } }, minProperties: 1, maxProperties: 1 }, triggerTimeoutMs: { type: "integer", minimum: 1, maximum: 864e5 }, retryWindowMs: { type: "integer", minimum: 1, maximum: 864e5 }, timeoutMs: { type: "integer", minimum: 1, maximum: 864e5 } } }, tls: { type: "object", additionalProperties: !1, properties: { ca: { type: "string", minLength: 1 }, cert: { type: "string", minLength: 1 }, key: { type: "string", minLength: 1 }, passphrase: { type: "string", minLength: 1 } } }, run: { type: "object", additionalProperties: !1, properties: { profile: { enum: ["smoke", "gate", "certify"] }, seed: { type: "integer", minimum: -2147483648, maximum: 2147483647 }, strict: { type: "boolean" }, timeoutMs: { type: "integer", minimum: 1, maximum: 6e5 }, concurrency: { type: "integer", minimum: 1, maximum: 256 }, rate: { type: "number", minimum: 0, maximum: 1e5 }, runs: { type: "integer", minimum: 1, maximum: 1e5 }, absenceMs: { type: "integer", minimum: 0, maximum: 864e5 }, startMs: { type: "integer", minimum: 0, maximum: 864e5 } } }, subject: { type: "object", additionalProperties: !1, properties: { organisation: { type: "string", minLength: 1 }, product: { type: "string", minLength: 1 }, version: { type: "string", minLength: 1 }, environment: { type: "string", minLength: 1 }, contact: { type: "string", minLength: 1 } } }, declared: { type: "array", items: { type: "object", additionalProperties: !1, properties: { requirement: { type: "string", minLength: 1 }, reason: { type: "string", minLength: 1, pattern: "\\S" }, owner: { type: "string", minLength: 1, pattern: "\\S" } }, required: ["requirement", "reason", "owner"] } }, waivers: { type: "array", items: { type: "object", additionalProperties: !1, properties: { requirement: { type: "string", minLength: 1 }, reason: { type: "string", minLength: 1, pattern: "\\S" }, owner: { type: "string", minLength: 1, pattern: "\\S" }, until: { type: "string", minLength: 1, pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" } }, required: ["requirement", "reason", "owner", "until"] } } }, $defs: { path: { type: "string", minLength: 1, pattern: '^/[!"$-~]*$' }, user: { type: "object", properties: { fresh: { type: "boolean" } } }, users: { type: ["object", "array"], minItems: 1, properties: { fresh: { type: "boolean" } }, items: { $ref: "#/$defs/user" } }, scenarios: { type: "object", additionalProperties: { type: "object" } }, limit: { type: "object", additionalProperties: !1, properties: { perFixture: { type: "integer", minimum: 1, maximum: 1e3 }, restMs: { type: "integer", minimum: 0, maximum: 864e5 }, maxSends: { type: ["integer", "null"], minimum: 0, maximum: 1e5 } } }, codes: { type: "object", additionalProperties: { enum: ["F", "U"] } } } }, func1 = Object.prototype.hasOwnProperty, func2 = require_ucs2length().default, pattern3 = new RegExp("^[A-Za-z0-9._-]+$", "u"), pattern5 = new RegExp("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", "u"), pattern6 = new RegExp("^(\\[[0-9A-Fa-f:.]+\\]|[^:\\s]+):[0-9]{1,5}$", "u"), pattern7 = new RegExp("\\S", "u"), pattern11 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "u");
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
    if (data.clientId !== void 0) {
      let data7 = data.clientId;
      if (typeof data7 == "string") {
        if (func2(data7) < 1) {
          let err15 = { instancePath: instancePath + "/clientId", schemaPath: "#/properties/clientId/minLength", keyword: "minLength", params: { limit: 1 } };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
      } else {
        let err16 = { instancePath: instancePath + "/clientId", schemaPath: "#/properties/clientId/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.signing !== void 0) {
      let data8 = data.signing;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        for (let key1 in data8)
          if (!(key1 === "mode" || key1 === "keyVersion" || key1 === "privateKey" || key1 === "publicKey")) {
            let err17 = { instancePath: instancePath + "/signing", schemaPath: "#/properties/signing/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
        if (data8.mode !== void 0) {
          let data9 = data8.mode;
          if (!(data9 === "required" || data9 === "off")) {
            let err18 = { instancePath: instancePath + "/signing/mode", schemaPath: "#/properties/signing/properties/mode/enum", keyword: "enum", params: { allowedValues: schema19.properties.signing.properties.mode.enum } };
            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
          }
        }
        if (data8.keyVersion !== void 0) {
          let data10 = data8.keyVersion;
          if (typeof data10 != "string" && !(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
            let err19 = { instancePath: instancePath + "/signing/keyVersion", schemaPath: "#/properties/signing/properties/keyVersion/type", keyword: "type", params: { type: schema19.properties.signing.properties.keyVersion.type } };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
          if (typeof data10 == "string" && !pattern3.test(data10)) {
            let err20 = { instancePath: instancePath + "/signing/keyVersion", schemaPath: "#/properties/signing/properties/keyVersion/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9._-]+$" } };
            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
          }
        }
        if (data8.privateKey !== void 0) {
          let data11 = data8.privateKey;
          if (typeof data11 == "string") {
            if (func2(data11) < 1) {
              let err21 = { instancePath: instancePath + "/signing/privateKey", schemaPath: "#/properties/signing/properties/privateKey/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
            }
          } else {
            let err22 = { instancePath: instancePath + "/signing/privateKey", schemaPath: "#/properties/signing/properties/privateKey/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
          }
        }
        if (data8.publicKey !== void 0) {
          let data12 = data8.publicKey;
          if (typeof data12 == "string") {
            if (func2(data12) < 1) {
              let err23 = { instancePath: instancePath + "/signing/publicKey", schemaPath: "#/properties/signing/properties/publicKey/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
            }
          } else {
            let err24 = { instancePath: instancePath + "/signing/publicKey", schemaPath: "#/properties/signing/properties/publicKey/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
          }
        }
      } else {
        let err25 = { instancePath: instancePath + "/signing", schemaPath: "#/properties/signing/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
    }
    if (data.paths !== void 0) {
      let data13 = data.paths;
      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
        for (let key2 in data13)
          key2 === "sendOTP" || key2 === "sendActivationCode" || key2 === "tokenActivationNotification" || key2 === "tokenDigitizeDecision" || key2 === "getPaymentCode" || validate53(data13[key2], { instancePath: instancePath + "/paths/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data13, parentDataProperty: key2, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
        data13.sendOTP !== void 0 && (validate53(data13.sendOTP, { instancePath: instancePath + "/paths/sendOTP", parentData: data13, parentDataProperty: "sendOTP", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data13.sendActivationCode !== void 0 && (validate53(data13.sendActivationCode, { instancePath: instancePath + "/paths/sendActivationCode", parentData: data13, parentDataProperty: "sendActivationCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data13.tokenActivationNotification !== void 0 && (validate53(data13.tokenActivationNotification, { instancePath: instancePath + "/paths/tokenActivationNotification", parentData: data13, parentDataProperty: "tokenActivationNotification", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data13.tokenDigitizeDecision !== void 0 && (validate53(data13.tokenDigitizeDecision, { instancePath: instancePath + "/paths/tokenDigitizeDecision", parentData: data13, parentDataProperty: "tokenDigitizeDecision", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data13.getPaymentCode !== void 0 && (validate53(data13.getPaymentCode, { instancePath: instancePath + "/paths/getPaymentCode", parentData: data13, parentDataProperty: "getPaymentCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length));
      } else {
        let err26 = { instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
      }
    }
    if (data.headers !== void 0) {
      let data20 = data.headers;
      if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
        for (let key3 in data20) {
          let _errs38 = errors;
          if (typeof key3 == "string" && !pattern5.test(key3)) {
            let err27 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" }, propertyName: key3 };
            vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
          }
          var valid10 = _errs38 === errors;
          if (!valid10) {
            let err28 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key3 } };
            vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
          }
        }
        for (let key4 in data20)
          if (typeof data20[key4] != "string") {
            let err29 = { instancePath: instancePath + "/headers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
          }
      } else {
        let err30 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
      }
    }
    if (data.requests !== void 0) {
      let data22 = data.requests;
      if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
        for (let key5 in data22)
          key5 === "sendOTP" || key5 === "sendActivationCode" || key5 === "tokenActivationNotification" || key5 === "tokenDigitizeDecision" || key5 === "getPaymentCode" || validate60(data22[key5], { instancePath: instancePath + "/requests/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data22, parentDataProperty: key5, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors), errors = vErrors.length);
        data22.sendOTP !== void 0 && (validate60(data22.sendOTP, { instancePath: instancePath + "/requests/sendOTP", parentData: data22, parentDataProperty: "sendOTP", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors), errors = vErrors.length)), data22.sendActivationCode !== void 0 && (validate60(data22.sendActivationCode, { instancePath: instancePath + "/requests/sendActivationCode", parentData: data22, parentDataProperty: "sendActivationCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors), errors = vErrors.length)), data22.tokenActivationNotification !== void 0 && (validate60(data22.tokenActivationNotification, { instancePath: instancePath + "/requests/tokenActivationNotification", parentData: data22, parentDataProperty: "tokenActivationNotification", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors), errors = vErrors.length)), data22.tokenDigitizeDecision !== void 0 && (validate60(data22.tokenDigitizeDecision, { instancePath: instancePath + "/requests/tokenDigitizeDecision", parentData: data22, parentDataProperty: "tokenDigitizeDecision", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors), errors = vErrors.length)), data22.getPaymentCode !== void 0 && (validate60(data22.getPaymentCode, { instancePath: instancePath + "/requests/getPaymentCode", parentData: data22, parentDataProperty: "getPaymentCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors), errors = vErrors.length));
      } else {
        let err31 = { instancePath: instancePath + "/requests", schemaPath: "#/properties/requests/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
      }
    }
    if (data.scenarios !== void 0) {
      let data29 = data.scenarios;
      if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
        for (let key6 in data29)
          key6 === "sendOTP" || key6 === "sendActivationCode" || key6 === "tokenActivationNotification" || key6 === "tokenDigitizeDecision" || key6 === "getPaymentCode" || validate69(data29[key6], { instancePath: instancePath + "/scenarios/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data29, parentDataProperty: key6, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length);
        data29.sendOTP !== void 0 && (validate69(data29.sendOTP, { instancePath: instancePath + "/scenarios/sendOTP", parentData: data29, parentDataProperty: "sendOTP", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length)), data29.sendActivationCode !== void 0 && (validate69(data29.sendActivationCode, { instancePath: instancePath + "/scenarios/sendActivationCode", parentData: data29, parentDataProperty: "sendActivationCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length)), data29.tokenActivationNotification !== void 0 && (validate69(data29.tokenActivationNotification, { instancePath: instancePath + "/scenarios/tokenActivationNotification", parentData: data29, parentDataProperty: "tokenActivationNotification", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length)), data29.tokenDigitizeDecision !== void 0 && (validate69(data29.tokenDigitizeDecision, { instancePath: instancePath + "/scenarios/tokenDigitizeDecision", parentData: data29, parentDataProperty: "tokenDigitizeDecision", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length)), data29.getPaymentCode !== void 0 && (validate69(data29.getPaymentCode, { instancePath: instancePath + "/scenarios/getPaymentCode", parentData: data29, parentDataProperty: "getPaymentCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length));
      } else {
        let err32 = { instancePath: instancePath + "/scenarios", schemaPath: "#/properties/scenarios/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
      }
    }
    if (data.limits !== void 0) {
      let data36 = data.limits;
      if (data36 && typeof data36 == "object" && !Array.isArray(data36)) {
        for (let key7 in data36)
          key7 === "sendOTP" || key7 === "sendActivationCode" || key7 === "tokenActivationNotification" || key7 === "tokenDigitizeDecision" || key7 === "getPaymentCode" || validate76(data36[key7], { instancePath: instancePath + "/limits/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data36, parentDataProperty: key7, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length);
        data36.sendOTP !== void 0 && (validate76(data36.sendOTP, { instancePath: instancePath + "/limits/sendOTP", parentData: data36, parentDataProperty: "sendOTP", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length)), data36.sendActivationCode !== void 0 && (validate76(data36.sendActivationCode, { instancePath: instancePath + "/limits/sendActivationCode", parentData: data36, parentDataProperty: "sendActivationCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length)), data36.tokenActivationNotification !== void 0 && (validate76(data36.tokenActivationNotification, { instancePath: instancePath + "/limits/tokenActivationNotification", parentData: data36, parentDataProperty: "tokenActivationNotification", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length)), data36.tokenDigitizeDecision !== void 0 && (validate76(data36.tokenDigitizeDecision, { instancePath: instancePath + "/limits/tokenDigitizeDecision", parentData: data36, parentDataProperty: "tokenDigitizeDecision", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length)), data36.getPaymentCode !== void 0 && (validate76(data36.getPaymentCode, { instancePath: instancePath + "/limits/getPaymentCode", parentData: data36, parentDataProperty: "getPaymentCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length));
      } else {
        let err33 = { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
      }
    }
    if (data.resultCodes !== void 0) {
      let data43 = data.resultCodes;
      if (data43 && typeof data43 == "object" && !Array.isArray(data43)) {
        for (let key8 in data43)
          if (key8 !== "extra") {
            let err34 = { instancePath: instancePath + "/resultCodes", schemaPath: "#/properties/resultCodes/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 } };
            vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
          }
        if (data43.extra !== void 0) {
          let data44 = data43.extra;
          if (data44 && typeof data44 == "object" && !Array.isArray(data44)) {
            for (let key9 in data44)
              key9 === "sendOTP" || key9 === "sendActivationCode" || key9 === "tokenActivationNotification" || key9 === "tokenDigitizeDecision" || key9 === "getPaymentCode" || validate83(data44[key9], { instancePath: instancePath + "/resultCodes/extra/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data44, parentDataProperty: key9, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors), errors = vErrors.length);
            data44.sendOTP !== void 0 && (validate83(data44.sendOTP, { instancePath: instancePath + "/resultCodes/extra/sendOTP", parentData: data44, parentDataProperty: "sendOTP", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors), errors = vErrors.length)), data44.sendActivationCode !== void 0 && (validate83(data44.sendActivationCode, { instancePath: instancePath + "/resultCodes/extra/sendActivationCode", parentData: data44, parentDataProperty: "sendActivationCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors), errors = vErrors.length)), data44.tokenActivationNotification !== void 0 && (validate83(data44.tokenActivationNotification, { instancePath: instancePath + "/resultCodes/extra/tokenActivationNotification", parentData: data44, parentDataProperty: "tokenActivationNotification", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors), errors = vErrors.length)), data44.tokenDigitizeDecision !== void 0 && (validate83(data44.tokenDigitizeDecision, { instancePath: instancePath + "/resultCodes/extra/tokenDigitizeDecision", parentData: data44, parentDataProperty: "tokenDigitizeDecision", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors), errors = vErrors.length)), data44.getPaymentCode !== void 0 && (validate83(data44.getPaymentCode, { instancePath: instancePath + "/resultCodes/extra/getPaymentCode", parentData: data44, parentDataProperty: "getPaymentCode", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors), errors = vErrors.length));
          } else {
            let err35 = { instancePath: instancePath + "/resultCodes/extra", schemaPath: "#/properties/resultCodes/properties/extra/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
          }
        }
      } else {
        let err36 = { instancePath: instancePath + "/resultCodes", schemaPath: "#/properties/resultCodes/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
      }
    }
    if (data.client !== void 0) {
      let data51 = data.client;
      if (data51 && typeof data51 == "object" && !Array.isArray(data51)) {
        for (let key10 in data51)
          if (!(key10 === "listen" || key10 === "trigger" || key10 === "triggerTimeoutMs" || key10 === "retryWindowMs" || key10 === "timeoutMs")) {
            let err37 = { instancePath: instancePath + "/client", schemaPath: "#/properties/client/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 } };
            vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
          }
        if (data51.listen !== void 0) {
          let data52 = data51.listen;
          if (typeof data52 == "string") {
            if (func2(data52) < 1) {
              let err38 = { instancePath: instancePath + "/client/listen", schemaPath: "#/properties/client/properties/listen/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
            }
            if (!pattern6.test(data52)) {
              let err39 = { instancePath: instancePath + "/client/listen", schemaPath: "#/properties/client/properties/listen/pattern", keyword: "pattern", params: { pattern: "^(\\[[0-9A-Fa-f:.]+\\]|[^:\\s]+):[0-9]{1,5}$" } };
              vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
            }
          } else {
            let err40 = { instancePath: instancePath + "/client/listen", schemaPath: "#/properties/client/properties/listen/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
          }
        }
        if (data51.trigger !== void 0) {
          let data53 = data51.trigger;
          if (data53 && typeof data53 == "object" && !Array.isArray(data53)) {
            if (Object.keys(data53).length > 1) {
              let err41 = { instancePath: instancePath + "/client/trigger", schemaPath: "#/properties/client/properties/trigger/maxProperties", keyword: "maxProperties", params: { limit: 1 } };
              vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
            }
            if (Object.keys(data53).length < 1) {
              let err42 = { instancePath: instancePath + "/client/trigger", schemaPath: "#/properties/client/properties/trigger/minProperties", keyword: "minProperties", params: { limit: 1 } };
              vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
            }
            for (let key11 in data53)
              if (!(key11 === "url" || key11 === "command")) {
                let err43 = { instancePath: instancePath + "/client/trigger", schemaPath: "#/properties/client/properties/trigger/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 } };
                vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
              }
            if (data53.url !== void 0) {
              let data54 = data53.url;
              if (typeof data54 == "string") {
                if (func2(data54) < 1) {
                  let err44 = { instancePath: instancePath + "/client/trigger/url", schemaPath: "#/properties/client/properties/trigger/properties/url/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
                }
              } else {
                let err45 = { instancePath: instancePath + "/client/trigger/url", schemaPath: "#/properties/client/properties/trigger/properties/url/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
              }
            }
            if (data53.command !== void 0) {
              let data55 = data53.command;
              if (typeof data55 == "string") {
                if (func2(data55) < 1) {
                  let err46 = { instancePath: instancePath + "/client/trigger/command", schemaPath: "#/properties/client/properties/trigger/properties/command/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
                }
              } else {
                let err47 = { instancePath: instancePath + "/client/trigger/command", schemaPath: "#/properties/client/properties/trigger/properties/command/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
              }
            }
          } else {
            let err48 = { instancePath: instancePath + "/client/trigger", schemaPath: "#/properties/client/properties/trigger/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
          }
        }
        if (data51.triggerTimeoutMs !== void 0) {
          let data56 = data51.triggerTimeoutMs;
          if (!(typeof data56 == "number" && !(data56 % 1) && !isNaN(data56) && isFinite(data56))) {
            let err49 = { instancePath: instancePath + "/client/triggerTimeoutMs", schemaPath: "#/properties/client/properties/triggerTimeoutMs/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
          }
          if (typeof data56 == "number" && isFinite(data56)) {
            if (data56 > 864e5 || isNaN(data56)) {
              let err50 = { instancePath: instancePath + "/client/triggerTimeoutMs", schemaPath: "#/properties/client/properties/triggerTimeoutMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 } };
              vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
            }
            if (data56 < 1 || isNaN(data56)) {
              let err51 = { instancePath: instancePath + "/client/triggerTimeoutMs", schemaPath: "#/properties/client/properties/triggerTimeoutMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
            }
          }
        }
        if (data51.retryWindowMs !== void 0) {
          let data57 = data51.retryWindowMs;
          if (!(typeof data57 == "number" && !(data57 % 1) && !isNaN(data57) && isFinite(data57))) {
            let err52 = { instancePath: instancePath + "/client/retryWindowMs", schemaPath: "#/properties/client/properties/retryWindowMs/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
          }
          if (typeof data57 == "number" && isFinite(data57)) {
            if (data57 > 864e5 || isNaN(data57)) {
              let err53 = { instancePath: instancePath + "/client/retryWindowMs", schemaPath: "#/properties/client/properties/retryWindowMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 } };
              vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
            }
            if (data57 < 1 || isNaN(data57)) {
              let err54 = { instancePath: instancePath + "/client/retryWindowMs", schemaPath: "#/properties/client/properties/retryWindowMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
            }
          }
        }
        if (data51.timeoutMs !== void 0) {
          let data58 = data51.timeoutMs;
          if (!(typeof data58 == "number" && !(data58 % 1) && !isNaN(data58) && isFinite(data58))) {
            let err55 = { instancePath: instancePath + "/client/timeoutMs", schemaPath: "#/properties/client/properties/timeoutMs/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err55] : vErrors.push(err55), errors++;
          }
          if (typeof data58 == "number" && isFinite(data58)) {
            if (data58 > 864e5 || isNaN(data58)) {
              let err56 = { instancePath: instancePath + "/client/timeoutMs", schemaPath: "#/properties/client/properties/timeoutMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 } };
              vErrors === null ? vErrors = [err56] : vErrors.push(err56), errors++;
            }
            if (data58 < 1 || isNaN(data58)) {
              let err57 = { instancePath: instancePath + "/client/timeoutMs", schemaPath: "#/properties/client/properties/timeoutMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              vErrors === null ? vErrors = [err57] : vErrors.push(err57), errors++;
            }
          }
        }
      } else {
        let err58 = { instancePath: instancePath + "/client", schemaPath: "#/properties/client/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err58] : vErrors.push(err58), errors++;
      }
    }
    if (data.tls !== void 0) {
      let data59 = data.tls;
      if (data59 && typeof data59 == "object" && !Array.isArray(data59)) {
        for (let key12 in data59)
          if (!(key12 === "ca" || key12 === "cert" || key12 === "key" || key12 === "passphrase")) {
            let err59 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 } };
            vErrors === null ? vErrors = [err59] : vErrors.push(err59), errors++;
          }
        if (data59.ca !== void 0) {
          let data60 = data59.ca;
          if (typeof data60 == "string") {
            if (func2(data60) < 1) {
              let err60 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err60] : vErrors.push(err60), errors++;
            }
          } else {
            let err61 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err61] : vErrors.push(err61), errors++;
          }
        }
        if (data59.cert !== void 0) {
          let data61 = data59.cert;
          if (typeof data61 == "string") {
            if (func2(data61) < 1) {
              let err62 = { instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err62] : vErrors.push(err62), errors++;
            }
          } else {
            let err63 = { instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err63] : vErrors.push(err63), errors++;
          }
        }
        if (data59.key !== void 0) {
          let data62 = data59.key;
          if (typeof data62 == "string") {
            if (func2(data62) < 1) {
              let err64 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err64] : vErrors.push(err64), errors++;
            }
          } else {
            let err65 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err65] : vErrors.push(err65), errors++;
          }
        }
        if (data59.passphrase !== void 0) {
          let data63 = data59.passphrase;
          if (typeof data63 == "string") {
            if (func2(data63) < 1) {
              let err66 = { instancePath: instancePath + "/tls/passphrase", schemaPath: "#/properties/tls/properties/passphrase/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err66] : vErrors.push(err66), errors++;
            }
          } else {
            let err67 = { instancePath: instancePath + "/tls/passphrase", schemaPath: "#/properties/tls/properties/passphrase/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err67] : vErrors.push(err67), errors++;
          }
        }
      } else {
        let err68 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err68] : vErrors.push(err68), errors++;
      }
    }
    if (data.run !== void 0) {
      let data64 = data.run;
      if (data64 && typeof data64 == "object" && !Array.isArray(data64)) {
        for (let key13 in data64)
          if (!func1.call(schema19.properties.run.properties, key13)) {
            let err69 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 } };
            vErrors === null ? vErrors = [err69] : vErrors.push(err69), errors++;
          }
        if (data64.profile !== void 0) {
          let data65 = data64.profile;
          if (!(data65 === "smoke" || data65 === "gate" || data65 === "certify")) {
            let err70 = { instancePath: instancePath + "/run/profile", schemaPath: "#/properties/run/properties/profile/enum", keyword: "enum", params: { allowedValues: schema19.properties.run.properties.profile.enum } };
            vErrors === null ? vErrors = [err70] : vErrors.push(err70), errors++;
          }
        }
        if (data64.seed !== void 0) {
          let data66 = data64.seed;
          if (!(typeof data66 == "number" && !(data66 % 1) && !isNaN(data66) && isFinite(data66))) {
            let err71 = { instancePath: instancePath + "/run/seed", schemaPath: "#/properties/run/properties/seed/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err71] : vErrors.push(err71), errors++;
          }
          if (typeof data66 == "number" && isFinite(data66)) {
            if (data66 > 2147483647 || isNaN(data66)) {
              let err72 = { instancePath: instancePath + "/run/seed", schemaPath: "#/properties/run/properties/seed/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } };
              vErrors === null ? vErrors = [err72] : vErrors.push(err72), errors++;
            }
            if (data66 < -2147483648 || isNaN(data66)) {
              let err73 = { instancePath: instancePath + "/run/seed", schemaPath: "#/properties/run/properties/seed/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 } };
              vErrors === null ? vErrors = [err73] : vErrors.push(err73), errors++;
            }
          }
        }
        if (data64.strict !== void 0 && typeof data64.strict != "boolean") {
          let err74 = { instancePath: instancePath + "/run/strict", schemaPath: "#/properties/run/properties/strict/type", keyword: "type", params: { type: "boolean" } };
          vErrors === null ? vErrors = [err74] : vErrors.push(err74), errors++;
        }
        if (data64.timeoutMs !== void 0) {
          let data68 = data64.timeoutMs;
          if (!(typeof data68 == "number" && !(data68 % 1) && !isNaN(data68) && isFinite(data68))) {
            let err75 = { instancePath: instancePath + "/run/timeoutMs", schemaPath: "#/properties/run/properties/timeoutMs/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err75] : vErrors.push(err75), errors++;
          }
          if (typeof data68 == "number" && isFinite(data68)) {
            if (data68 > 6e5 || isNaN(data68)) {
              let err76 = { instancePath: instancePath + "/run/timeoutMs", schemaPath: "#/properties/run/properties/timeoutMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 6e5 } };
              vErrors === null ? vErrors = [err76] : vErrors.push(err76), errors++;
            }
            if (data68 < 1 || isNaN(data68)) {
              let err77 = { instancePath: instancePath + "/run/timeoutMs", schemaPath: "#/properties/run/properties/timeoutMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              vErrors === null ? vErrors = [err77] : vErrors.push(err77), errors++;
            }
          }
        }
        if (data64.concurrency !== void 0) {
          let data69 = data64.concurrency;
          if (!(typeof data69 == "number" && !(data69 % 1) && !isNaN(data69) && isFinite(data69))) {
            let err78 = { instancePath: instancePath + "/run/concurrency", schemaPath: "#/properties/run/properties/concurrency/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err78] : vErrors.push(err78), errors++;
          }
          if (typeof data69 == "number" && isFinite(data69)) {
            if (data69 > 256 || isNaN(data69)) {
              let err79 = { instancePath: instancePath + "/run/concurrency", schemaPath: "#/properties/run/properties/concurrency/maximum", keyword: "maximum", params: { comparison: "<=", limit: 256 } };
              vErrors === null ? vErrors = [err79] : vErrors.push(err79), errors++;
            }
            if (data69 < 1 || isNaN(data69)) {
              let err80 = { instancePath: instancePath + "/run/concurrency", schemaPath: "#/properties/run/properties/concurrency/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              vErrors === null ? vErrors = [err80] : vErrors.push(err80), errors++;
            }
          }
        }
        if (data64.rate !== void 0) {
          let data70 = data64.rate;
          if (typeof data70 == "number" && isFinite(data70)) {
            if (data70 > 1e5 || isNaN(data70)) {
              let err81 = { instancePath: instancePath + "/run/rate", schemaPath: "#/properties/run/properties/rate/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 } };
              vErrors === null ? vErrors = [err81] : vErrors.push(err81), errors++;
            }
            if (data70 < 0 || isNaN(data70)) {
              let err82 = { instancePath: instancePath + "/run/rate", schemaPath: "#/properties/run/properties/rate/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
              vErrors === null ? vErrors = [err82] : vErrors.push(err82), errors++;
            }
          } else {
            let err83 = { instancePath: instancePath + "/run/rate", schemaPath: "#/properties/run/properties/rate/type", keyword: "type", params: { type: "number" } };
            vErrors === null ? vErrors = [err83] : vErrors.push(err83), errors++;
          }
        }
        if (data64.runs !== void 0) {
          let data71 = data64.runs;
          if (!(typeof data71 == "number" && !(data71 % 1) && !isNaN(data71) && isFinite(data71))) {
            let err84 = { instancePath: instancePath + "/run/runs", schemaPath: "#/properties/run/properties/runs/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err84] : vErrors.push(err84), errors++;
          }
          if (typeof data71 == "number" && isFinite(data71)) {
            if (data71 > 1e5 || isNaN(data71)) {
              let err85 = { instancePath: instancePath + "/run/runs", schemaPath: "#/properties/run/properties/runs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 } };
              vErrors === null ? vErrors = [err85] : vErrors.push(err85), errors++;
            }
            if (data71 < 1 || isNaN(data71)) {
              let err86 = { instancePath: instancePath + "/run/runs", schemaPath: "#/properties/run/properties/runs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              vErrors === null ? vErrors = [err86] : vErrors.push(err86), errors++;
            }
          }
        }
        if (data64.absenceMs !== void 0) {
          let data72 = data64.absenceMs;
          if (!(typeof data72 == "number" && !(data72 % 1) && !isNaN(data72) && isFinite(data72))) {
            let err87 = { instancePath: instancePath + "/run/absenceMs", schemaPath: "#/properties/run/properties/absenceMs/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err87] : vErrors.push(err87), errors++;
          }
          if (typeof data72 == "number" && isFinite(data72)) {
            if (data72 > 864e5 || isNaN(data72)) {
              let err88 = { instancePath: instancePath + "/run/absenceMs", schemaPath: "#/properties/run/properties/absenceMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 } };
              vErrors === null ? vErrors = [err88] : vErrors.push(err88), errors++;
            }
            if (data72 < 0 || isNaN(data72)) {
              let err89 = { instancePath: instancePath + "/run/absenceMs", schemaPath: "#/properties/run/properties/absenceMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
              vErrors === null ? vErrors = [err89] : vErrors.push(err89), errors++;
            }
          }
        }
        if (data64.startMs !== void 0) {
          let data73 = data64.startMs;
          if (!(typeof data73 == "number" && !(data73 % 1) && !isNaN(data73) && isFinite(data73))) {
            let err90 = { instancePath: instancePath + "/run/startMs", schemaPath: "#/properties/run/properties/startMs/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err90] : vErrors.push(err90), errors++;
          }
          if (typeof data73 == "number" && isFinite(data73)) {
            if (data73 > 864e5 || isNaN(data73)) {
              let err91 = { instancePath: instancePath + "/run/startMs", schemaPath: "#/properties/run/properties/startMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 } };
              vErrors === null ? vErrors = [err91] : vErrors.push(err91), errors++;
            }
            if (data73 < 0 || isNaN(data73)) {
              let err92 = { instancePath: instancePath + "/run/startMs", schemaPath: "#/properties/run/properties/startMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
              vErrors === null ? vErrors = [err92] : vErrors.push(err92), errors++;
            }
          }
        }
      } else {
        let err93 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err93] : vErrors.push(err93), errors++;
      }
    }
    if (data.subject !== void 0) {
      let data74 = data.subject;
      if (data74 && typeof data74 == "object" && !Array.isArray(data74)) {
        for (let key14 in data74)
          if (!(key14 === "organisation" || key14 === "product" || key14 === "version" || key14 === "environment" || key14 === "contact")) {
            let err94 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 } };
            vErrors === null ? vErrors = [err94] : vErrors.push(err94), errors++;
          }
        if (data74.organisation !== void 0) {
          let data75 = data74.organisation;
          if (typeof data75 == "string") {
            if (func2(data75) < 1) {
              let err95 = { instancePath: instancePath + "/subject/organisation", schemaPath: "#/properties/subject/properties/organisation/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err95] : vErrors.push(err95), errors++;
            }
          } else {
            let err96 = { instancePath: instancePath + "/subject/organisation", schemaPath: "#/properties/subject/properties/organisation/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err96] : vErrors.push(err96), errors++;
          }
        }
        if (data74.product !== void 0) {
          let data76 = data74.product;
          if (typeof data76 == "string") {
            if (func2(data76) < 1) {
              let err97 = { instancePath: instancePath + "/subject/product", schemaPath: "#/properties/subject/properties/product/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err97] : vErrors.push(err97), errors++;
            }
          } else {
            let err98 = { instancePath: instancePath + "/subject/product", schemaPath: "#/properties/subject/properties/product/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err98] : vErrors.push(err98), errors++;
          }
        }
        if (data74.version !== void 0) {
          let data77 = data74.version;
          if (typeof data77 == "string") {
            if (func2(data77) < 1) {
              let err99 = { instancePath: instancePath + "/subject/version", schemaPath: "#/properties/subject/properties/version/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err99] : vErrors.push(err99), errors++;
            }
          } else {
            let err100 = { instancePath: instancePath + "/subject/version", schemaPath: "#/properties/subject/properties/version/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err100] : vErrors.push(err100), errors++;
          }
        }
        if (data74.environment !== void 0) {
          let data78 = data74.environment;
          if (typeof data78 == "string") {
            if (func2(data78) < 1) {
              let err101 = { instancePath: instancePath + "/subject/environment", schemaPath: "#/properties/subject/properties/environment/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err101] : vErrors.push(err101), errors++;
            }
          } else {
            let err102 = { instancePath: instancePath + "/subject/environment", schemaPath: "#/properties/subject/properties/environment/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err102] : vErrors.push(err102), errors++;
          }
        }
        if (data74.contact !== void 0) {
          let data79 = data74.contact;
          if (typeof data79 == "string") {
            if (func2(data79) < 1) {
              let err103 = { instancePath: instancePath + "/subject/contact", schemaPath: "#/properties/subject/properties/contact/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err103] : vErrors.push(err103), errors++;
            }
          } else {
            let err104 = { instancePath: instancePath + "/subject/contact", schemaPath: "#/properties/subject/properties/contact/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err104] : vErrors.push(err104), errors++;
          }
        }
      } else {
        let err105 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err105] : vErrors.push(err105), errors++;
      }
    }
    if (data.declared !== void 0) {
      let data80 = data.declared;
      if (Array.isArray(data80)) {
        let len2 = data80.length;
        for (let i4 = 0; i4 < len2; i4++) {
          let data81 = data80[i4];
          if (data81 && typeof data81 == "object" && !Array.isArray(data81)) {
            if (data81.requirement === void 0) {
              let err106 = { instancePath: instancePath + "/declared/" + i4, schemaPath: "#/properties/declared/items/required", keyword: "required", params: { missingProperty: "requirement" } };
              vErrors === null ? vErrors = [err106] : vErrors.push(err106), errors++;
            }
            if (data81.reason === void 0) {
              let err107 = { instancePath: instancePath + "/declared/" + i4, schemaPath: "#/properties/declared/items/required", keyword: "required", params: { missingProperty: "reason" } };
              vErrors === null ? vErrors = [err107] : vErrors.push(err107), errors++;
            }
            if (data81.owner === void 0) {
              let err108 = { instancePath: instancePath + "/declared/" + i4, schemaPath: "#/properties/declared/items/required", keyword: "required", params: { missingProperty: "owner" } };
              vErrors === null ? vErrors = [err108] : vErrors.push(err108), errors++;
            }
            for (let key15 in data81)
              if (!(key15 === "requirement" || key15 === "reason" || key15 === "owner")) {
                let err109 = { instancePath: instancePath + "/declared/" + i4, schemaPath: "#/properties/declared/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key15 } };
                vErrors === null ? vErrors = [err109] : vErrors.push(err109), errors++;
              }
            if (data81.requirement !== void 0) {
              let data82 = data81.requirement;
              if (typeof data82 == "string") {
                if (func2(data82) < 1) {
                  let err110 = { instancePath: instancePath + "/declared/" + i4 + "/requirement", schemaPath: "#/properties/declared/items/properties/requirement/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err110] : vErrors.push(err110), errors++;
                }
              } else {
                let err111 = { instancePath: instancePath + "/declared/" + i4 + "/requirement", schemaPath: "#/properties/declared/items/properties/requirement/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err111] : vErrors.push(err111), errors++;
              }
            }
            if (data81.reason !== void 0) {
              let data83 = data81.reason;
              if (typeof data83 == "string") {
                if (func2(data83) < 1) {
                  let err112 = { instancePath: instancePath + "/declared/" + i4 + "/reason", schemaPath: "#/properties/declared/items/properties/reason/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err112] : vErrors.push(err112), errors++;
                }
                if (!pattern7.test(data83)) {
                  let err113 = { instancePath: instancePath + "/declared/" + i4 + "/reason", schemaPath: "#/properties/declared/items/properties/reason/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  vErrors === null ? vErrors = [err113] : vErrors.push(err113), errors++;
                }
              } else {
                let err114 = { instancePath: instancePath + "/declared/" + i4 + "/reason", schemaPath: "#/properties/declared/items/properties/reason/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err114] : vErrors.push(err114), errors++;
              }
            }
            if (data81.owner !== void 0) {
              let data84 = data81.owner;
              if (typeof data84 == "string") {
                if (func2(data84) < 1) {
                  let err115 = { instancePath: instancePath + "/declared/" + i4 + "/owner", schemaPath: "#/properties/declared/items/properties/owner/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err115] : vErrors.push(err115), errors++;
                }
                if (!pattern7.test(data84)) {
                  let err116 = { instancePath: instancePath + "/declared/" + i4 + "/owner", schemaPath: "#/properties/declared/items/properties/owner/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  vErrors === null ? vErrors = [err116] : vErrors.push(err116), errors++;
                }
              } else {
                let err117 = { instancePath: instancePath + "/declared/" + i4 + "/owner", schemaPath: "#/properties/declared/items/properties/owner/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err117] : vErrors.push(err117), errors++;
              }
            }
          } else {
            let err118 = { instancePath: instancePath + "/declared/" + i4, schemaPath: "#/properties/declared/items/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err118] : vErrors.push(err118), errors++;
          }
        }
      } else {
        let err119 = { instancePath: instancePath + "/declared", schemaPath: "#/properties/declared/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err119] : vErrors.push(err119), errors++;
      }
    }
    if (data.waivers !== void 0) {
      let data85 = data.waivers;
      if (Array.isArray(data85)) {
        let len3 = data85.length;
        for (let i5 = 0; i5 < len3; i5++) {
          let data86 = data85[i5];
          if (data86 && typeof data86 == "object" && !Array.isArray(data86)) {
            if (data86.requirement === void 0) {
              let err120 = { instancePath: instancePath + "/waivers/" + i5, schemaPath: "#/properties/waivers/items/required", keyword: "required", params: { missingProperty: "requirement" } };
              vErrors === null ? vErrors = [err120] : vErrors.push(err120), errors++;
            }
            if (data86.reason === void 0) {
              let err121 = { instancePath: instancePath + "/waivers/" + i5, schemaPath: "#/properties/waivers/items/required", keyword: "required", params: { missingProperty: "reason" } };
              vErrors === null ? vErrors = [err121] : vErrors.push(err121), errors++;
            }
            if (data86.owner === void 0) {
              let err122 = { instancePath: instancePath + "/waivers/" + i5, schemaPath: "#/properties/waivers/items/required", keyword: "required", params: { missingProperty: "owner" } };
              vErrors === null ? vErrors = [err122] : vErrors.push(err122), errors++;
            }
            if (data86.until === void 0) {
              let err123 = { instancePath: instancePath + "/waivers/" + i5, schemaPath: "#/properties/waivers/items/required", keyword: "required", params: { missingProperty: "until" } };
              vErrors === null ? vErrors = [err123] : vErrors.push(err123), errors++;
            }
            for (let key16 in data86)
              if (!(key16 === "requirement" || key16 === "reason" || key16 === "owner" || key16 === "until")) {
                let err124 = { instancePath: instancePath + "/waivers/" + i5, schemaPath: "#/properties/waivers/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key16 } };
                vErrors === null ? vErrors = [err124] : vErrors.push(err124), errors++;
              }
            if (data86.requirement !== void 0) {
              let data87 = data86.requirement;
              if (typeof data87 == "string") {
                if (func2(data87) < 1) {
                  let err125 = { instancePath: instancePath + "/waivers/" + i5 + "/requirement", schemaPath: "#/properties/waivers/items/properties/requirement/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err125] : vErrors.push(err125), errors++;
                }
              } else {
                let err126 = { instancePath: instancePath + "/waivers/" + i5 + "/requirement", schemaPath: "#/properties/waivers/items/properties/requirement/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err126] : vErrors.push(err126), errors++;
              }
            }
            if (data86.reason !== void 0) {
              let data88 = data86.reason;
              if (typeof data88 == "string") {
                if (func2(data88) < 1) {
                  let err127 = { instancePath: instancePath + "/waivers/" + i5 + "/reason", schemaPath: "#/properties/waivers/items/properties/reason/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err127] : vErrors.push(err127), errors++;
                }
                if (!pattern7.test(data88)) {
                  let err128 = { instancePath: instancePath + "/waivers/" + i5 + "/reason", schemaPath: "#/properties/waivers/items/properties/reason/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  vErrors === null ? vErrors = [err128] : vErrors.push(err128), errors++;
                }
              } else {
                let err129 = { instancePath: instancePath + "/waivers/" + i5 + "/reason", schemaPath: "#/properties/waivers/items/properties/reason/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err129] : vErrors.push(err129), errors++;
              }
            }
            if (data86.owner !== void 0) {
              let data89 = data86.owner;
              if (typeof data89 == "string") {
                if (func2(data89) < 1) {
                  let err130 = { instancePath: instancePath + "/waivers/" + i5 + "/owner", schemaPath: "#/properties/waivers/items/properties/owner/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err130] : vErrors.push(err130), errors++;
                }
                if (!pattern7.test(data89)) {
                  let err131 = { instancePath: instancePath + "/waivers/" + i5 + "/owner", schemaPath: "#/properties/waivers/items/properties/owner/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  vErrors === null ? vErrors = [err131] : vErrors.push(err131), errors++;
                }
              } else {
                let err132 = { instancePath: instancePath + "/waivers/" + i5 + "/owner", schemaPath: "#/properties/waivers/items/properties/owner/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err132] : vErrors.push(err132), errors++;
              }
            }
            if (data86.until !== void 0) {
              let data90 = data86.until;
              if (typeof data90 == "string") {
                if (func2(data90) < 1) {
                  let err133 = { instancePath: instancePath + "/waivers/" + i5 + "/until", schemaPath: "#/properties/waivers/items/properties/until/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err133] : vErrors.push(err133), errors++;
                }
                if (!pattern11.test(data90)) {
                  let err134 = { instancePath: instancePath + "/waivers/" + i5 + "/until", schemaPath: "#/properties/waivers/items/properties/until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" } };
                  vErrors === null ? vErrors = [err134] : vErrors.push(err134), errors++;
                }
              } else {
                let err135 = { instancePath: instancePath + "/waivers/" + i5 + "/until", schemaPath: "#/properties/waivers/items/properties/until/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err135] : vErrors.push(err135), errors++;
              }
            }
          } else {
            let err136 = { instancePath: instancePath + "/waivers/" + i5, schemaPath: "#/properties/waivers/items/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err136] : vErrors.push(err136), errors++;
          }
        }
      } else {
        let err137 = { instancePath: instancePath + "/waivers", schemaPath: "#/properties/waivers/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err137] : vErrors.push(err137), errors++;
      }
    }
  } else {
    let err138 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err138] : vErrors.push(err138), errors++;
  }
  return validate52.errors = vErrors, errors === 0;
}
validate52.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
export {
  stdin_default as default,
  validate
};
