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

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = function equal(a, b) {
      if (a === b) return !0;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return !1;
        var length, i, keys;
        if (Array.isArray(a)) {
          if (length = a.length, length != b.length) return !1;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return !1;
          return !0;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        if (keys = Object.keys(a), length = keys.length, length !== Object.keys(b).length) return !1;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return !1;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return !1;
        }
        return !0;
      }
      return a !== a && b !== b;
    };
  }
});

// node_modules/ajv/dist/runtime/equal.js
var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});

// <stdin>
var validate = validate20, stdin_default = validate20, schema31 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:alipayplus-conformance:config", title: "conformance.config.yaml", type: "object", description: "What alipayplus-conformance is told about the target and the run.", additionalProperties: !1, properties: { $schema: { type: "string", minLength: 1, description: "Where an editor finds this schema; ignored by the tool." }, target: { type: "string", minLength: 1, description: "Base URL of the server under test, with a path prefix where it has one.", examples: ["https://mpp.example.com"] }, role: { enum: ["mpp", "alipayplus", "mpp-client"], description: "What is under test: an MPP\u2019s server, the Alipay+ sandbox (or an emulator), or an MPP\u2019s caller of getPaymentCode.", default: "mpp" }, apis: { type: "array", minItems: 1, uniqueItems: !0, items: { enum: ["sendOTP"] }, description: "The APIs that the target offers. The role\u2019s others are not-applicable." }, clientId: { type: "string", minLength: 1, description: "Client-Id of the requests. Under alipayplus.com it starts with SANDBOX_ or TEST_.", examples: ["SANDBOX_5Y0000000000000000"] }, signing: { type: "object", description: "How requests are signed and answers verified. Without keys the signature rows are not run.", additionalProperties: !1, properties: { mode: { enum: ["required", "off"], description: "Default: required when keys are given, otherwise off." }, keyVersion: { type: ["string", "integer"], description: "keyVersion of the Signature header.", default: "1" }, privateKey: { type: "string", minLength: 1, description: "Our private key, to sign requests with. A path relative to this file, or the key itself: PEM or bare base64, PKCS#1 or PKCS#8." }, publicKey: { type: "string", minLength: 1, description: "The target\u2019s public key, to verify its answers with. A path relative to this file, or the key itself: PEM or bare base64, PKCS#1 or PKCS#8." } } }, paths: { type: "object", description: "Path of each API, where it is not the default one.", additionalProperties: !1, properties: { sendOTP: { type: "string", minLength: 1, description: "Path of sendOTP, laid behind the target\u2019s own path.", pattern: "^/" } } }, headers: { type: "object", additionalProperties: { type: "string" }, propertyNames: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" }, description: "Headers added to every request, such as a gateway\u2019s key." }, requests: { type: "object", description: "Users of the target\u2019s test environment: laid over the spec\u2019s example request.", additionalProperties: !1, properties: { sendOTP: { type: ["object", "array"], minItems: 1, items: { type: "object" }, properties: { fresh: { type: "boolean" } }, description: "One user of sendOTP, or a list of them (a pool). null sends null. `fresh: true` marks one that has had no OTP today." } } }, scenarios: { type: "object", description: "What makes the target answer with one result code or decision.", additionalProperties: !1, properties: { sendOTP: { type: "object", additionalProperties: { type: "object" }, description: "Laid over the first user of sendOTP; the name is a result code, a decision, or CODE:variant." } } }, limits: { type: "object", description: "How often calls that reach a person may be made.", additionalProperties: !1, properties: { sendOTP: { type: "object", description: "Limits of sendOTP.", additionalProperties: !1, properties: { perFixture: { type: "integer", minimum: 1, maximum: 1e3, description: "Most messages to one user in a run.", default: 3 }, restMs: { type: "integer", minimum: 0, maximum: 864e5, description: "Rest between two messages to one user, in milliseconds.", default: 6e4 }, maxSends: { type: ["integer", "null"], minimum: 0, maximum: 1e5, description: "Most messages in a run; null for no limit. Default 12, on loopback none." } } } } }, resultCodes: { type: "object", description: "Result codes that the target may use beyond the documented tables.", additionalProperties: !1, properties: { extra: { type: "object", description: "Additional codes of each API, with their status.", additionalProperties: !1, properties: { sendOTP: { type: "object", additionalProperties: { enum: ["S", "F", "U"] }, description: "Additional codes of sendOTP: name to status." } } } } }, client: { type: "object", description: "Role mpp-client: where the simulator listens, and how the caller is set going.", additionalProperties: !1, properties: { listen: { type: "string", minLength: 1, description: "host:port where the simulated Alipay+ listens.", pattern: "^(\\[[0-9A-Fa-f:.]+\\]|[^:\\s]+):[0-9]{1,5}$", default: "127.0.0.1:9000" }, trigger: { type: "object", description: "What sets the caller going: a URL that is POSTed to, or a command that gets the same JSON on stdin.", additionalProperties: !1, properties: { url: { type: "string", minLength: 1, description: "URL of the trigger." }, command: { type: "string", minLength: 1, description: "Shell command of the trigger." } }, minProperties: 1, maxProperties: 1 }, triggerTimeoutMs: { type: "integer", minimum: 1, maximum: 864e5, description: "How long one action may take.", default: 3e4 }, retryWindowMs: { type: "integer", minimum: 1, maximum: 864e5, description: "Within what time the caller repeats a call; without it a missing repeat is inconclusive." }, timeoutMs: { type: "integer", minimum: 1, maximum: 864e5, description: "The caller\u2019s own time-out." } } }, tls: { type: "object", description: "TLS towards the target.", additionalProperties: !1, properties: { ca: { type: "string", minLength: 1, description: "Certificate authority to trust: a path, or PEM text." }, cert: { type: "string", minLength: 1, description: "Client certificate: a path, or PEM text." }, key: { type: "string", minLength: 1, description: "Key of the client certificate: a path, or PEM text." }, passphrase: { type: "string", minLength: 1, description: "Passphrase of that key." } } }, run: { type: "object", description: "How the run goes; options of the command line override these.", additionalProperties: !1, properties: { profile: { enum: ["smoke", "gate", "certify"], description: "smoke: one probe per requirement; gate: the default; certify: before go-live.", default: "gate" }, seed: { type: "integer", minimum: -2147483648, maximum: 2147483647, description: "Seed of the random values: the same seed sends the same requests." }, strict: { type: "boolean", description: "SHOULD fails as MUST does.", default: !1 }, timeoutMs: { type: "integer", minimum: 1, maximum: 6e5, description: "How long to wait for an answer.", default: 15e3 }, concurrency: { type: "integer", minimum: 1, maximum: 256, description: "Requests under way at the same time.", default: 8 }, rate: { type: "number", minimum: 0, maximum: 1e5, description: "Requests per second; 0 for no limit.", default: 0 }, runs: { type: "integer", minimum: 1, maximum: 1e5, description: "Random cases per property; the profile\u2019s number by default." } } }, waivers: { type: "array", items: { type: "object", description: "One requirement that is known to be broken and accepted until a day.", additionalProperties: !1, properties: { requirement: { type: "string", minLength: 1, description: "Key of the requirement\u2019s row.", examples: ["sendOTP/OTP-12"] }, reason: { type: "string", minLength: 1, description: "Why it is accepted.", pattern: "\\S" }, owner: { type: "string", minLength: 1, description: "Who answers for it.", pattern: "\\S" }, until: { type: "string", minLength: 1, description: "Last day on which it holds.", pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", examples: ["2027-01-31"] } }, required: ["requirement", "reason", "owner", "until"] }, description: "Requirements that may fail until a day, each with reason and owner." } } }, func1 = Object.prototype.hasOwnProperty, func2 = require_ucs2length().default, func0 = require_equal().default, pattern4 = new RegExp("^/", "u"), pattern5 = new RegExp("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", "u"), pattern6 = new RegExp("^(\\[[0-9A-Fa-f:.]+\\]|[^:\\s]+):[0-9]{1,5}$", "u"), pattern7 = new RegExp("\\S", "u"), pattern9 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!func1.call(schema31.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.$schema !== void 0) {
      let data0 = data.$schema;
      if (typeof data0 == "string") {
        if (func2(data0) < 1) {
          let err1 = { instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
      } else {
        let err2 = { instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.target !== void 0) {
      let data1 = data.target;
      if (typeof data1 == "string") {
        if (func2(data1) < 1) {
          let err3 = { instancePath: instancePath + "/target", schemaPath: "#/properties/target/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/target", schemaPath: "#/properties/target/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.role !== void 0) {
      let data2 = data.role;
      if (!(data2 === "mpp" || data2 === "alipayplus" || data2 === "mpp-client")) {
        let err5 = { instancePath: instancePath + "/role", schemaPath: "#/properties/role/enum", keyword: "enum", params: { allowedValues: schema31.properties.role.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.apis !== void 0) {
      let data3 = data.apis;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          let err6 = { instancePath: instancePath + "/apis", schemaPath: "#/properties/apis/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        let len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++)
          if (data3[i0] !== "sendOTP") {
            let err7 = { instancePath: instancePath + "/apis/" + i0, schemaPath: "#/properties/apis/items/enum", keyword: "enum", params: { allowedValues: schema31.properties.apis.items.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        let i1 = data3.length, j0;
        if (i1 > 1) {
          outer0: for (; i1--; )
            for (j0 = i1; j0--; )
              if (func0(data3[i1], data3[j0])) {
                let err8 = { instancePath: instancePath + "/apis", schemaPath: "#/properties/apis/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
                break outer0;
              }
        }
      } else {
        let err9 = { instancePath: instancePath + "/apis", schemaPath: "#/properties/apis/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.clientId !== void 0) {
      let data5 = data.clientId;
      if (typeof data5 == "string") {
        if (func2(data5) < 1) {
          let err10 = { instancePath: instancePath + "/clientId", schemaPath: "#/properties/clientId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      } else {
        let err11 = { instancePath: instancePath + "/clientId", schemaPath: "#/properties/clientId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.signing !== void 0) {
      let data6 = data.signing;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (let key1 in data6)
          if (!(key1 === "mode" || key1 === "keyVersion" || key1 === "privateKey" || key1 === "publicKey")) {
            let err12 = { instancePath: instancePath + "/signing", schemaPath: "#/properties/signing/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        if (data6.mode !== void 0) {
          let data7 = data6.mode;
          if (!(data7 === "required" || data7 === "off")) {
            let err13 = { instancePath: instancePath + "/signing/mode", schemaPath: "#/properties/signing/properties/mode/enum", keyword: "enum", params: { allowedValues: schema31.properties.signing.properties.mode.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
        }
        if (data6.keyVersion !== void 0) {
          let data8 = data6.keyVersion;
          if (typeof data8 != "string" && !(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
            let err14 = { instancePath: instancePath + "/signing/keyVersion", schemaPath: "#/properties/signing/properties/keyVersion/type", keyword: "type", params: { type: schema31.properties.signing.properties.keyVersion.type }, message: "must be string,integer" };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        }
        if (data6.privateKey !== void 0) {
          let data9 = data6.privateKey;
          if (typeof data9 == "string") {
            if (func2(data9) < 1) {
              let err15 = { instancePath: instancePath + "/signing/privateKey", schemaPath: "#/properties/signing/properties/privateKey/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
          } else {
            let err16 = { instancePath: instancePath + "/signing/privateKey", schemaPath: "#/properties/signing/properties/privateKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
          }
        }
        if (data6.publicKey !== void 0) {
          let data10 = data6.publicKey;
          if (typeof data10 == "string") {
            if (func2(data10) < 1) {
              let err17 = { instancePath: instancePath + "/signing/publicKey", schemaPath: "#/properties/signing/properties/publicKey/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
            }
          } else {
            let err18 = { instancePath: instancePath + "/signing/publicKey", schemaPath: "#/properties/signing/properties/publicKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
          }
        }
      } else {
        let err19 = { instancePath: instancePath + "/signing", schemaPath: "#/properties/signing/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.paths !== void 0) {
      let data11 = data.paths;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        for (let key2 in data11)
          if (key2 !== "sendOTP") {
            let err20 = { instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
          }
        if (data11.sendOTP !== void 0) {
          let data12 = data11.sendOTP;
          if (typeof data12 == "string") {
            if (func2(data12) < 1) {
              let err21 = { instancePath: instancePath + "/paths/sendOTP", schemaPath: "#/properties/paths/properties/sendOTP/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
            }
            if (!pattern4.test(data12)) {
              let err22 = { instancePath: instancePath + "/paths/sendOTP", schemaPath: "#/properties/paths/properties/sendOTP/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' };
              vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
            }
          } else {
            let err23 = { instancePath: instancePath + "/paths/sendOTP", schemaPath: "#/properties/paths/properties/sendOTP/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        }
      } else {
        let err24 = { instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    }
    if (data.headers !== void 0) {
      let data13 = data.headers;
      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
        for (let key3 in data13) {
          let _errs29 = errors;
          if (typeof key3 == "string" && !pattern5.test(key3)) {
            let err25 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" }, message: 'must match pattern "^[!#$%&\'*+.^_`|~0-9A-Za-z-]+$"', propertyName: key3 };
            vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
          }
          var valid6 = _errs29 === errors;
          if (!valid6) {
            let err26 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key3 }, message: "property name must be valid" };
            vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
          }
        }
        for (let key4 in data13)
          if (typeof data13[key4] != "string") {
            let err27 = { instancePath: instancePath + "/headers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
          }
      } else {
        let err28 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
      }
    }
    if (data.requests !== void 0) {
      let data15 = data.requests;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        for (let key5 in data15)
          if (key5 !== "sendOTP") {
            let err29 = { instancePath: instancePath + "/requests", schemaPath: "#/properties/requests/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
          }
        if (data15.sendOTP !== void 0) {
          let data16 = data15.sendOTP;
          if (!data16 || typeof data16 != "object") {
            let err30 = { instancePath: instancePath + "/requests/sendOTP", schemaPath: "#/properties/requests/properties/sendOTP/type", keyword: "type", params: { type: schema31.properties.requests.properties.sendOTP.type }, message: "must be object,array" };
            vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
          }
          if (Array.isArray(data16)) {
            if (data16.length < 1) {
              let err31 = { instancePath: instancePath + "/requests/sendOTP", schemaPath: "#/properties/requests/properties/sendOTP/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
            }
            let len1 = data16.length;
            for (let i2 = 0; i2 < len1; i2++) {
              let data17 = data16[i2];
              if (!(data17 && typeof data17 == "object" && !Array.isArray(data17))) {
                let err32 = { instancePath: instancePath + "/requests/sendOTP/" + i2, schemaPath: "#/properties/requests/properties/sendOTP/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
              }
            }
          }
          if (data16 && typeof data16 == "object" && !Array.isArray(data16) && data16.fresh !== void 0 && typeof data16.fresh != "boolean") {
            let err33 = { instancePath: instancePath + "/requests/sendOTP/fresh", schemaPath: "#/properties/requests/properties/sendOTP/properties/fresh/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
          }
        }
      } else {
        let err34 = { instancePath: instancePath + "/requests", schemaPath: "#/properties/requests/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
      }
    }
    if (data.scenarios !== void 0) {
      let data19 = data.scenarios;
      if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
        for (let key6 in data19)
          if (key6 !== "sendOTP") {
            let err35 = { instancePath: instancePath + "/scenarios", schemaPath: "#/properties/scenarios/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
          }
        if (data19.sendOTP !== void 0) {
          let data20 = data19.sendOTP;
          if (data20 && typeof data20 == "object" && !Array.isArray(data20))
            for (let key7 in data20) {
              let data21 = data20[key7];
              if (!(data21 && typeof data21 == "object" && !Array.isArray(data21))) {
                let err36 = { instancePath: instancePath + "/scenarios/sendOTP/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/scenarios/properties/sendOTP/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
              }
            }
          else {
            let err37 = { instancePath: instancePath + "/scenarios/sendOTP", schemaPath: "#/properties/scenarios/properties/sendOTP/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
          }
        }
      } else {
        let err38 = { instancePath: instancePath + "/scenarios", schemaPath: "#/properties/scenarios/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
      }
    }
    if (data.limits !== void 0) {
      let data22 = data.limits;
      if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
        for (let key8 in data22)
          if (key8 !== "sendOTP") {
            let err39 = { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
          }
        if (data22.sendOTP !== void 0) {
          let data23 = data22.sendOTP;
          if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
            for (let key9 in data23)
              if (!(key9 === "perFixture" || key9 === "restMs" || key9 === "maxSends")) {
                let err40 = { instancePath: instancePath + "/limits/sendOTP", schemaPath: "#/properties/limits/properties/sendOTP/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
              }
            if (data23.perFixture !== void 0) {
              let data24 = data23.perFixture;
              if (!(typeof data24 == "number" && !(data24 % 1) && !isNaN(data24) && isFinite(data24))) {
                let err41 = { instancePath: instancePath + "/limits/sendOTP/perFixture", schemaPath: "#/properties/limits/properties/sendOTP/properties/perFixture/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
              }
              if (typeof data24 == "number" && isFinite(data24)) {
                if (data24 > 1e3 || isNaN(data24)) {
                  let err42 = { instancePath: instancePath + "/limits/sendOTP/perFixture", schemaPath: "#/properties/limits/properties/sendOTP/properties/perFixture/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" };
                  vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
                }
                if (data24 < 1 || isNaN(data24)) {
                  let err43 = { instancePath: instancePath + "/limits/sendOTP/perFixture", schemaPath: "#/properties/limits/properties/sendOTP/properties/perFixture/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
                }
              }
            }
            if (data23.restMs !== void 0) {
              let data25 = data23.restMs;
              if (!(typeof data25 == "number" && !(data25 % 1) && !isNaN(data25) && isFinite(data25))) {
                let err44 = { instancePath: instancePath + "/limits/sendOTP/restMs", schemaPath: "#/properties/limits/properties/sendOTP/properties/restMs/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
              }
              if (typeof data25 == "number" && isFinite(data25)) {
                if (data25 > 864e5 || isNaN(data25)) {
                  let err45 = { instancePath: instancePath + "/limits/sendOTP/restMs", schemaPath: "#/properties/limits/properties/sendOTP/properties/restMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, message: "must be <= 86400000" };
                  vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
                }
                if (data25 < 0 || isNaN(data25)) {
                  let err46 = { instancePath: instancePath + "/limits/sendOTP/restMs", schemaPath: "#/properties/limits/properties/sendOTP/properties/restMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
                }
              }
            }
            if (data23.maxSends !== void 0) {
              let data26 = data23.maxSends;
              if (!(typeof data26 == "number" && !(data26 % 1) && !isNaN(data26) && isFinite(data26)) && data26 !== null) {
                let err47 = { instancePath: instancePath + "/limits/sendOTP/maxSends", schemaPath: "#/properties/limits/properties/sendOTP/properties/maxSends/type", keyword: "type", params: { type: schema31.properties.limits.properties.sendOTP.properties.maxSends.type }, message: "must be integer,null" };
                vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
              }
              if (typeof data26 == "number" && isFinite(data26)) {
                if (data26 > 1e5 || isNaN(data26)) {
                  let err48 = { instancePath: instancePath + "/limits/sendOTP/maxSends", schemaPath: "#/properties/limits/properties/sendOTP/properties/maxSends/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" };
                  vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
                }
                if (data26 < 0 || isNaN(data26)) {
                  let err49 = { instancePath: instancePath + "/limits/sendOTP/maxSends", schemaPath: "#/properties/limits/properties/sendOTP/properties/maxSends/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
                }
              }
            }
          } else {
            let err50 = { instancePath: instancePath + "/limits/sendOTP", schemaPath: "#/properties/limits/properties/sendOTP/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
          }
        }
      } else {
        let err51 = { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
      }
    }
    if (data.resultCodes !== void 0) {
      let data27 = data.resultCodes;
      if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
        for (let key10 in data27)
          if (key10 !== "extra") {
            let err52 = { instancePath: instancePath + "/resultCodes", schemaPath: "#/properties/resultCodes/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
          }
        if (data27.extra !== void 0) {
          let data28 = data27.extra;
          if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
            for (let key11 in data28)
              if (key11 !== "sendOTP") {
                let err53 = { instancePath: instancePath + "/resultCodes/extra", schemaPath: "#/properties/resultCodes/properties/extra/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
              }
            if (data28.sendOTP !== void 0) {
              let data29 = data28.sendOTP;
              if (data29 && typeof data29 == "object" && !Array.isArray(data29))
                for (let key12 in data29) {
                  let data30 = data29[key12];
                  if (!(data30 === "S" || data30 === "F" || data30 === "U")) {
                    let err54 = { instancePath: instancePath + "/resultCodes/extra/sendOTP/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/resultCodes/properties/extra/properties/sendOTP/additionalProperties/enum", keyword: "enum", params: { allowedValues: schema31.properties.resultCodes.properties.extra.properties.sendOTP.additionalProperties.enum }, message: "must be equal to one of the allowed values" };
                    vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
                  }
                }
              else {
                let err55 = { instancePath: instancePath + "/resultCodes/extra/sendOTP", schemaPath: "#/properties/resultCodes/properties/extra/properties/sendOTP/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                vErrors === null ? vErrors = [err55] : vErrors.push(err55), errors++;
              }
            }
          } else {
            let err56 = { instancePath: instancePath + "/resultCodes/extra", schemaPath: "#/properties/resultCodes/properties/extra/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err56] : vErrors.push(err56), errors++;
          }
        }
      } else {
        let err57 = { instancePath: instancePath + "/resultCodes", schemaPath: "#/properties/resultCodes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err57] : vErrors.push(err57), errors++;
      }
    }
    if (data.client !== void 0) {
      let data31 = data.client;
      if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
        for (let key13 in data31)
          if (!(key13 === "listen" || key13 === "trigger" || key13 === "triggerTimeoutMs" || key13 === "retryWindowMs" || key13 === "timeoutMs")) {
            let err58 = { instancePath: instancePath + "/client", schemaPath: "#/properties/client/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err58] : vErrors.push(err58), errors++;
          }
        if (data31.listen !== void 0) {
          let data32 = data31.listen;
          if (typeof data32 == "string") {
            if (func2(data32) < 1) {
              let err59 = { instancePath: instancePath + "/client/listen", schemaPath: "#/properties/client/properties/listen/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err59] : vErrors.push(err59), errors++;
            }
            if (!pattern6.test(data32)) {
              let err60 = { instancePath: instancePath + "/client/listen", schemaPath: "#/properties/client/properties/listen/pattern", keyword: "pattern", params: { pattern: "^(\\[[0-9A-Fa-f:.]+\\]|[^:\\s]+):[0-9]{1,5}$" }, message: 'must match pattern "^(\\[[0-9A-Fa-f:.]+\\]|[^:\\s]+):[0-9]{1,5}$"' };
              vErrors === null ? vErrors = [err60] : vErrors.push(err60), errors++;
            }
          } else {
            let err61 = { instancePath: instancePath + "/client/listen", schemaPath: "#/properties/client/properties/listen/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err61] : vErrors.push(err61), errors++;
          }
        }
        if (data31.trigger !== void 0) {
          let data33 = data31.trigger;
          if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
            if (Object.keys(data33).length > 1) {
              let err62 = { instancePath: instancePath + "/client/trigger", schemaPath: "#/properties/client/properties/trigger/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
              vErrors === null ? vErrors = [err62] : vErrors.push(err62), errors++;
            }
            if (Object.keys(data33).length < 1) {
              let err63 = { instancePath: instancePath + "/client/trigger", schemaPath: "#/properties/client/properties/trigger/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
              vErrors === null ? vErrors = [err63] : vErrors.push(err63), errors++;
            }
            for (let key14 in data33)
              if (!(key14 === "url" || key14 === "command")) {
                let err64 = { instancePath: instancePath + "/client/trigger", schemaPath: "#/properties/client/properties/trigger/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err64] : vErrors.push(err64), errors++;
              }
            if (data33.url !== void 0) {
              let data34 = data33.url;
              if (typeof data34 == "string") {
                if (func2(data34) < 1) {
                  let err65 = { instancePath: instancePath + "/client/trigger/url", schemaPath: "#/properties/client/properties/trigger/properties/url/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err65] : vErrors.push(err65), errors++;
                }
              } else {
                let err66 = { instancePath: instancePath + "/client/trigger/url", schemaPath: "#/properties/client/properties/trigger/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err66] : vErrors.push(err66), errors++;
              }
            }
            if (data33.command !== void 0) {
              let data35 = data33.command;
              if (typeof data35 == "string") {
                if (func2(data35) < 1) {
                  let err67 = { instancePath: instancePath + "/client/trigger/command", schemaPath: "#/properties/client/properties/trigger/properties/command/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err67] : vErrors.push(err67), errors++;
                }
              } else {
                let err68 = { instancePath: instancePath + "/client/trigger/command", schemaPath: "#/properties/client/properties/trigger/properties/command/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err68] : vErrors.push(err68), errors++;
              }
            }
          } else {
            let err69 = { instancePath: instancePath + "/client/trigger", schemaPath: "#/properties/client/properties/trigger/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err69] : vErrors.push(err69), errors++;
          }
        }
        if (data31.triggerTimeoutMs !== void 0) {
          let data36 = data31.triggerTimeoutMs;
          if (!(typeof data36 == "number" && !(data36 % 1) && !isNaN(data36) && isFinite(data36))) {
            let err70 = { instancePath: instancePath + "/client/triggerTimeoutMs", schemaPath: "#/properties/client/properties/triggerTimeoutMs/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err70] : vErrors.push(err70), errors++;
          }
          if (typeof data36 == "number" && isFinite(data36)) {
            if (data36 > 864e5 || isNaN(data36)) {
              let err71 = { instancePath: instancePath + "/client/triggerTimeoutMs", schemaPath: "#/properties/client/properties/triggerTimeoutMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, message: "must be <= 86400000" };
              vErrors === null ? vErrors = [err71] : vErrors.push(err71), errors++;
            }
            if (data36 < 1 || isNaN(data36)) {
              let err72 = { instancePath: instancePath + "/client/triggerTimeoutMs", schemaPath: "#/properties/client/properties/triggerTimeoutMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              vErrors === null ? vErrors = [err72] : vErrors.push(err72), errors++;
            }
          }
        }
        if (data31.retryWindowMs !== void 0) {
          let data37 = data31.retryWindowMs;
          if (!(typeof data37 == "number" && !(data37 % 1) && !isNaN(data37) && isFinite(data37))) {
            let err73 = { instancePath: instancePath + "/client/retryWindowMs", schemaPath: "#/properties/client/properties/retryWindowMs/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err73] : vErrors.push(err73), errors++;
          }
          if (typeof data37 == "number" && isFinite(data37)) {
            if (data37 > 864e5 || isNaN(data37)) {
              let err74 = { instancePath: instancePath + "/client/retryWindowMs", schemaPath: "#/properties/client/properties/retryWindowMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, message: "must be <= 86400000" };
              vErrors === null ? vErrors = [err74] : vErrors.push(err74), errors++;
            }
            if (data37 < 1 || isNaN(data37)) {
              let err75 = { instancePath: instancePath + "/client/retryWindowMs", schemaPath: "#/properties/client/properties/retryWindowMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              vErrors === null ? vErrors = [err75] : vErrors.push(err75), errors++;
            }
          }
        }
        if (data31.timeoutMs !== void 0) {
          let data38 = data31.timeoutMs;
          if (!(typeof data38 == "number" && !(data38 % 1) && !isNaN(data38) && isFinite(data38))) {
            let err76 = { instancePath: instancePath + "/client/timeoutMs", schemaPath: "#/properties/client/properties/timeoutMs/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err76] : vErrors.push(err76), errors++;
          }
          if (typeof data38 == "number" && isFinite(data38)) {
            if (data38 > 864e5 || isNaN(data38)) {
              let err77 = { instancePath: instancePath + "/client/timeoutMs", schemaPath: "#/properties/client/properties/timeoutMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, message: "must be <= 86400000" };
              vErrors === null ? vErrors = [err77] : vErrors.push(err77), errors++;
            }
            if (data38 < 1 || isNaN(data38)) {
              let err78 = { instancePath: instancePath + "/client/timeoutMs", schemaPath: "#/properties/client/properties/timeoutMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              vErrors === null ? vErrors = [err78] : vErrors.push(err78), errors++;
            }
          }
        }
      } else {
        let err79 = { instancePath: instancePath + "/client", schemaPath: "#/properties/client/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err79] : vErrors.push(err79), errors++;
      }
    }
    if (data.tls !== void 0) {
      let data39 = data.tls;
      if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
        for (let key15 in data39)
          if (!(key15 === "ca" || key15 === "cert" || key15 === "key" || key15 === "passphrase")) {
            let err80 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key15 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err80] : vErrors.push(err80), errors++;
          }
        if (data39.ca !== void 0) {
          let data40 = data39.ca;
          if (typeof data40 == "string") {
            if (func2(data40) < 1) {
              let err81 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err81] : vErrors.push(err81), errors++;
            }
          } else {
            let err82 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err82] : vErrors.push(err82), errors++;
          }
        }
        if (data39.cert !== void 0) {
          let data41 = data39.cert;
          if (typeof data41 == "string") {
            if (func2(data41) < 1) {
              let err83 = { instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err83] : vErrors.push(err83), errors++;
            }
          } else {
            let err84 = { instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err84] : vErrors.push(err84), errors++;
          }
        }
        if (data39.key !== void 0) {
          let data42 = data39.key;
          if (typeof data42 == "string") {
            if (func2(data42) < 1) {
              let err85 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err85] : vErrors.push(err85), errors++;
            }
          } else {
            let err86 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err86] : vErrors.push(err86), errors++;
          }
        }
        if (data39.passphrase !== void 0) {
          let data43 = data39.passphrase;
          if (typeof data43 == "string") {
            if (func2(data43) < 1) {
              let err87 = { instancePath: instancePath + "/tls/passphrase", schemaPath: "#/properties/tls/properties/passphrase/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              vErrors === null ? vErrors = [err87] : vErrors.push(err87), errors++;
            }
          } else {
            let err88 = { instancePath: instancePath + "/tls/passphrase", schemaPath: "#/properties/tls/properties/passphrase/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err88] : vErrors.push(err88), errors++;
          }
        }
      } else {
        let err89 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err89] : vErrors.push(err89), errors++;
      }
    }
    if (data.run !== void 0) {
      let data44 = data.run;
      if (data44 && typeof data44 == "object" && !Array.isArray(data44)) {
        for (let key16 in data44)
          if (!(key16 === "profile" || key16 === "seed" || key16 === "strict" || key16 === "timeoutMs" || key16 === "concurrency" || key16 === "rate" || key16 === "runs")) {
            let err90 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key16 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err90] : vErrors.push(err90), errors++;
          }
        if (data44.profile !== void 0) {
          let data45 = data44.profile;
          if (!(data45 === "smoke" || data45 === "gate" || data45 === "certify")) {
            let err91 = { instancePath: instancePath + "/run/profile", schemaPath: "#/properties/run/properties/profile/enum", keyword: "enum", params: { allowedValues: schema31.properties.run.properties.profile.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err91] : vErrors.push(err91), errors++;
          }
        }
        if (data44.seed !== void 0) {
          let data46 = data44.seed;
          if (!(typeof data46 == "number" && !(data46 % 1) && !isNaN(data46) && isFinite(data46))) {
            let err92 = { instancePath: instancePath + "/run/seed", schemaPath: "#/properties/run/properties/seed/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err92] : vErrors.push(err92), errors++;
          }
          if (typeof data46 == "number" && isFinite(data46)) {
            if (data46 > 2147483647 || isNaN(data46)) {
              let err93 = { instancePath: instancePath + "/run/seed", schemaPath: "#/properties/run/properties/seed/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 }, message: "must be <= 2147483647" };
              vErrors === null ? vErrors = [err93] : vErrors.push(err93), errors++;
            }
            if (data46 < -2147483648 || isNaN(data46)) {
              let err94 = { instancePath: instancePath + "/run/seed", schemaPath: "#/properties/run/properties/seed/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 }, message: "must be >= -2147483648" };
              vErrors === null ? vErrors = [err94] : vErrors.push(err94), errors++;
            }
          }
        }
        if (data44.strict !== void 0 && typeof data44.strict != "boolean") {
          let err95 = { instancePath: instancePath + "/run/strict", schemaPath: "#/properties/run/properties/strict/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          vErrors === null ? vErrors = [err95] : vErrors.push(err95), errors++;
        }
        if (data44.timeoutMs !== void 0) {
          let data48 = data44.timeoutMs;
          if (!(typeof data48 == "number" && !(data48 % 1) && !isNaN(data48) && isFinite(data48))) {
            let err96 = { instancePath: instancePath + "/run/timeoutMs", schemaPath: "#/properties/run/properties/timeoutMs/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err96] : vErrors.push(err96), errors++;
          }
          if (typeof data48 == "number" && isFinite(data48)) {
            if (data48 > 6e5 || isNaN(data48)) {
              let err97 = { instancePath: instancePath + "/run/timeoutMs", schemaPath: "#/properties/run/properties/timeoutMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 6e5 }, message: "must be <= 600000" };
              vErrors === null ? vErrors = [err97] : vErrors.push(err97), errors++;
            }
            if (data48 < 1 || isNaN(data48)) {
              let err98 = { instancePath: instancePath + "/run/timeoutMs", schemaPath: "#/properties/run/properties/timeoutMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              vErrors === null ? vErrors = [err98] : vErrors.push(err98), errors++;
            }
          }
        }
        if (data44.concurrency !== void 0) {
          let data49 = data44.concurrency;
          if (!(typeof data49 == "number" && !(data49 % 1) && !isNaN(data49) && isFinite(data49))) {
            let err99 = { instancePath: instancePath + "/run/concurrency", schemaPath: "#/properties/run/properties/concurrency/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err99] : vErrors.push(err99), errors++;
          }
          if (typeof data49 == "number" && isFinite(data49)) {
            if (data49 > 256 || isNaN(data49)) {
              let err100 = { instancePath: instancePath + "/run/concurrency", schemaPath: "#/properties/run/properties/concurrency/maximum", keyword: "maximum", params: { comparison: "<=", limit: 256 }, message: "must be <= 256" };
              vErrors === null ? vErrors = [err100] : vErrors.push(err100), errors++;
            }
            if (data49 < 1 || isNaN(data49)) {
              let err101 = { instancePath: instancePath + "/run/concurrency", schemaPath: "#/properties/run/properties/concurrency/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              vErrors === null ? vErrors = [err101] : vErrors.push(err101), errors++;
            }
          }
        }
        if (data44.rate !== void 0) {
          let data50 = data44.rate;
          if (typeof data50 == "number" && isFinite(data50)) {
            if (data50 > 1e5 || isNaN(data50)) {
              let err102 = { instancePath: instancePath + "/run/rate", schemaPath: "#/properties/run/properties/rate/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" };
              vErrors === null ? vErrors = [err102] : vErrors.push(err102), errors++;
            }
            if (data50 < 0 || isNaN(data50)) {
              let err103 = { instancePath: instancePath + "/run/rate", schemaPath: "#/properties/run/properties/rate/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              vErrors === null ? vErrors = [err103] : vErrors.push(err103), errors++;
            }
          } else {
            let err104 = { instancePath: instancePath + "/run/rate", schemaPath: "#/properties/run/properties/rate/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err104] : vErrors.push(err104), errors++;
          }
        }
        if (data44.runs !== void 0) {
          let data51 = data44.runs;
          if (!(typeof data51 == "number" && !(data51 % 1) && !isNaN(data51) && isFinite(data51))) {
            let err105 = { instancePath: instancePath + "/run/runs", schemaPath: "#/properties/run/properties/runs/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err105] : vErrors.push(err105), errors++;
          }
          if (typeof data51 == "number" && isFinite(data51)) {
            if (data51 > 1e5 || isNaN(data51)) {
              let err106 = { instancePath: instancePath + "/run/runs", schemaPath: "#/properties/run/properties/runs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" };
              vErrors === null ? vErrors = [err106] : vErrors.push(err106), errors++;
            }
            if (data51 < 1 || isNaN(data51)) {
              let err107 = { instancePath: instancePath + "/run/runs", schemaPath: "#/properties/run/properties/runs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              vErrors === null ? vErrors = [err107] : vErrors.push(err107), errors++;
            }
          }
        }
      } else {
        let err108 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err108] : vErrors.push(err108), errors++;
      }
    }
    if (data.waivers !== void 0) {
      let data52 = data.waivers;
      if (Array.isArray(data52)) {
        let len2 = data52.length;
        for (let i3 = 0; i3 < len2; i3++) {
          let data53 = data52[i3];
          if (data53 && typeof data53 == "object" && !Array.isArray(data53)) {
            if (data53.requirement === void 0) {
              let err109 = { instancePath: instancePath + "/waivers/" + i3, schemaPath: "#/properties/waivers/items/required", keyword: "required", params: { missingProperty: "requirement" }, message: "must have required property 'requirement'" };
              vErrors === null ? vErrors = [err109] : vErrors.push(err109), errors++;
            }
            if (data53.reason === void 0) {
              let err110 = { instancePath: instancePath + "/waivers/" + i3, schemaPath: "#/properties/waivers/items/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
              vErrors === null ? vErrors = [err110] : vErrors.push(err110), errors++;
            }
            if (data53.owner === void 0) {
              let err111 = { instancePath: instancePath + "/waivers/" + i3, schemaPath: "#/properties/waivers/items/required", keyword: "required", params: { missingProperty: "owner" }, message: "must have required property 'owner'" };
              vErrors === null ? vErrors = [err111] : vErrors.push(err111), errors++;
            }
            if (data53.until === void 0) {
              let err112 = { instancePath: instancePath + "/waivers/" + i3, schemaPath: "#/properties/waivers/items/required", keyword: "required", params: { missingProperty: "until" }, message: "must have required property 'until'" };
              vErrors === null ? vErrors = [err112] : vErrors.push(err112), errors++;
            }
            for (let key17 in data53)
              if (!(key17 === "requirement" || key17 === "reason" || key17 === "owner" || key17 === "until")) {
                let err113 = { instancePath: instancePath + "/waivers/" + i3, schemaPath: "#/properties/waivers/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key17 }, message: "must NOT have additional properties" };
                vErrors === null ? vErrors = [err113] : vErrors.push(err113), errors++;
              }
            if (data53.requirement !== void 0) {
              let data54 = data53.requirement;
              if (typeof data54 == "string") {
                if (func2(data54) < 1) {
                  let err114 = { instancePath: instancePath + "/waivers/" + i3 + "/requirement", schemaPath: "#/properties/waivers/items/properties/requirement/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err114] : vErrors.push(err114), errors++;
                }
              } else {
                let err115 = { instancePath: instancePath + "/waivers/" + i3 + "/requirement", schemaPath: "#/properties/waivers/items/properties/requirement/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err115] : vErrors.push(err115), errors++;
              }
            }
            if (data53.reason !== void 0) {
              let data55 = data53.reason;
              if (typeof data55 == "string") {
                if (func2(data55) < 1) {
                  let err116 = { instancePath: instancePath + "/waivers/" + i3 + "/reason", schemaPath: "#/properties/waivers/items/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err116] : vErrors.push(err116), errors++;
                }
                if (!pattern7.test(data55)) {
                  let err117 = { instancePath: instancePath + "/waivers/" + i3 + "/reason", schemaPath: "#/properties/waivers/items/properties/reason/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
                  vErrors === null ? vErrors = [err117] : vErrors.push(err117), errors++;
                }
              } else {
                let err118 = { instancePath: instancePath + "/waivers/" + i3 + "/reason", schemaPath: "#/properties/waivers/items/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err118] : vErrors.push(err118), errors++;
              }
            }
            if (data53.owner !== void 0) {
              let data56 = data53.owner;
              if (typeof data56 == "string") {
                if (func2(data56) < 1) {
                  let err119 = { instancePath: instancePath + "/waivers/" + i3 + "/owner", schemaPath: "#/properties/waivers/items/properties/owner/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err119] : vErrors.push(err119), errors++;
                }
                if (!pattern7.test(data56)) {
                  let err120 = { instancePath: instancePath + "/waivers/" + i3 + "/owner", schemaPath: "#/properties/waivers/items/properties/owner/pattern", keyword: "pattern", params: { pattern: "\\S" }, message: 'must match pattern "\\S"' };
                  vErrors === null ? vErrors = [err120] : vErrors.push(err120), errors++;
                }
              } else {
                let err121 = { instancePath: instancePath + "/waivers/" + i3 + "/owner", schemaPath: "#/properties/waivers/items/properties/owner/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err121] : vErrors.push(err121), errors++;
              }
            }
            if (data53.until !== void 0) {
              let data57 = data53.until;
              if (typeof data57 == "string") {
                if (func2(data57) < 1) {
                  let err122 = { instancePath: instancePath + "/waivers/" + i3 + "/until", schemaPath: "#/properties/waivers/items/properties/until/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  vErrors === null ? vErrors = [err122] : vErrors.push(err122), errors++;
                }
                if (!pattern9.test(data57)) {
                  let err123 = { instancePath: instancePath + "/waivers/" + i3 + "/until", schemaPath: "#/properties/waivers/items/properties/until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, message: 'must match pattern "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"' };
                  vErrors === null ? vErrors = [err123] : vErrors.push(err123), errors++;
                }
              } else {
                let err124 = { instancePath: instancePath + "/waivers/" + i3 + "/until", schemaPath: "#/properties/waivers/items/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err124] : vErrors.push(err124), errors++;
              }
            }
          } else {
            let err125 = { instancePath: instancePath + "/waivers/" + i3, schemaPath: "#/properties/waivers/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err125] : vErrors.push(err125), errors++;
          }
        }
      } else {
        let err126 = { instancePath: instancePath + "/waivers", schemaPath: "#/properties/waivers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err126] : vErrors.push(err126), errors++;
      }
    }
  } else {
    let err127 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err127] : vErrors.push(err127), errors++;
  }
  return validate20.errors = vErrors, errors === 0;
}
validate20.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
export {
  stdin_default as default,
  validate
};
