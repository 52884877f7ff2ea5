/** Generated from spec/ by npm run generate; do not edit. */
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// ../node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "../node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
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

// ../node_modules/ajv-formats/dist/formats.js
var require_formats = __commonJS({
  "../node_modules/ajv-formats/dist/formats.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.formatNames = exports.fastFormats = exports.fullFormats = void 0;
    function fmtDef(validate, compare) {
      return { validate, compare };
    }
    exports.fullFormats = {
      // date: http://tools.ietf.org/html/rfc3339#section-5.6
      date: fmtDef(date, compareDate),
      // date-time: http://tools.ietf.org/html/rfc3339#section-5.6
      time: fmtDef(getTime(!0), compareTime),
      "date-time": fmtDef(getDateTime(!0), compareDateTime),
      "iso-time": fmtDef(getTime(), compareIsoTime),
      "iso-date-time": fmtDef(getDateTime(), compareIsoDateTime),
      // duration: https://tools.ietf.org/html/rfc3339#appendix-A
      duration: /^P(?!$)((\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?|(\d+W)?)$/,
      uri,
      "uri-reference": /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i,
      // uri-template: https://tools.ietf.org/html/rfc6570
      "uri-template": /^(?:(?:[^\x00-\x20"'<>%\\^`{|}]|%[0-9a-f]{2})|\{[+#./;?&=,!@|]?(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?(?:,(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?)*\})*$/i,
      // For the source: https://gist.github.com/dperini/729294
      // For test cases: https://mathiasbynens.be/demo/url-regex
      url: /^(?:https?|ftp):\/\/(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)(?:\.(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)*(?:\.(?:[a-z\u{00a1}-\u{ffff}]{2,})))(?::\d{2,5})?(?:\/[^\s]*)?$/iu,
      email: /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i,
      hostname: /^(?=.{1,253}\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-0-9a-z]{0,61}[0-9a-z])?)*\.?$/i,
      // optimized https://www.safaribooksonline.com/library/view/regular-expressions-cookbook/9780596802837/ch07s16.html
      ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/,
      ipv6: /^((([0-9a-f]{1,4}:){7}([0-9a-f]{1,4}|:))|(([0-9a-f]{1,4}:){6}(:[0-9a-f]{1,4}|((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){5}(((:[0-9a-f]{1,4}){1,2})|:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){4}(((:[0-9a-f]{1,4}){1,3})|((:[0-9a-f]{1,4})?:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){3}(((:[0-9a-f]{1,4}){1,4})|((:[0-9a-f]{1,4}){0,2}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){2}(((:[0-9a-f]{1,4}){1,5})|((:[0-9a-f]{1,4}){0,3}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){1}(((:[0-9a-f]{1,4}){1,6})|((:[0-9a-f]{1,4}){0,4}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(:(((:[0-9a-f]{1,4}){1,7})|((:[0-9a-f]{1,4}){0,5}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:)))$/i,
      regex,
      // uuid: http://tools.ietf.org/html/rfc4122
      uuid: /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
      // JSON-pointer: https://tools.ietf.org/html/rfc6901
      // uri fragment: https://tools.ietf.org/html/rfc3986#appendix-A
      "json-pointer": /^(?:\/(?:[^~/]|~0|~1)*)*$/,
      "json-pointer-uri-fragment": /^#(?:\/(?:[a-z0-9_\-.!$&'()*+,;:=@]|%[0-9a-f]{2}|~0|~1)*)*$/i,
      // relative JSON-pointer: http://tools.ietf.org/html/draft-luff-relative-json-pointer-00
      "relative-json-pointer": /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/,
      // the following formats are used by the openapi specification: https://spec.openapis.org/oas/v3.0.0#data-types
      // byte: https://github.com/miguelmota/is-base64
      byte,
      // signed 32 bit integer
      int32: { type: "number", validate: validateInt32 },
      // signed 64 bit integer
      int64: { type: "number", validate: validateInt64 },
      // C-type float
      float: { type: "number", validate: validateNumber },
      // C-type double
      double: { type: "number", validate: validateNumber },
      // hint to the UI to hide input strings
      password: !0,
      // unchecked string payload
      binary: !0
    };
    exports.fastFormats = {
      ...exports.fullFormats,
      date: fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d$/, compareDate),
      time: fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareTime),
      "date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\dt(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareDateTime),
      "iso-time": fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoTime),
      "iso-date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d[t\s](?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoDateTime),
      // uri: https://github.com/mafintosh/is-my-json-valid/blob/master/formats.js
      uri: /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/)?[^\s]*$/i,
      "uri-reference": /^(?:(?:[a-z][a-z0-9+\-.]*:)?\/?\/)?(?:[^\\\s#][^\s#]*)?(?:#[^\\\s]*)?$/i,
      // email (sources from jsen validator):
      // http://stackoverflow.com/questions/201323/using-a-regular-expression-to-validate-an-email-address#answer-8829363
      // http://www.w3.org/TR/html5/forms.html#valid-e-mail-address (search for 'wilful violation')
      email: /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i
    };
    exports.formatNames = Object.keys(exports.fullFormats);
    function isLeapYear(year) {
      return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    }
    var DATE = /^(\d\d\d\d)-(\d\d)-(\d\d)$/, DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    function date(str) {
      let matches = DATE.exec(str);
      if (!matches)
        return !1;
      let year = +matches[1], month = +matches[2], day = +matches[3];
      return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : DAYS[month]);
    }
    function compareDate(d1, d2) {
      if (d1 && d2)
        return d1 > d2 ? 1 : d1 < d2 ? -1 : 0;
    }
    var TIME = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)?$/i;
    function getTime(strictTimeZone) {
      return function(str) {
        let matches = TIME.exec(str);
        if (!matches)
          return !1;
        let hr = +matches[1], min = +matches[2], sec = +matches[3], tz = matches[4], tzSign = matches[5] === "-" ? -1 : 1, tzH = +(matches[6] || 0), tzM = +(matches[7] || 0);
        if (tzH > 23 || tzM > 59 || strictTimeZone && !tz)
          return !1;
        if (hr <= 23 && min <= 59 && sec < 60)
          return !0;
        let utcMin = min - tzM * tzSign, utcHr = hr - tzH * tzSign - (utcMin < 0 ? 1 : 0);
        return (utcHr === 23 || utcHr === -1) && (utcMin === 59 || utcMin === -1) && sec < 61;
      };
    }
    function compareTime(s1, s2) {
      if (!(s1 && s2))
        return;
      let t1 = (/* @__PURE__ */ new Date("2020-01-01T" + s1)).valueOf(), t2 = (/* @__PURE__ */ new Date("2020-01-01T" + s2)).valueOf();
      if (t1 && t2)
        return t1 - t2;
    }
    function compareIsoTime(t1, t2) {
      if (!(t1 && t2))
        return;
      let a1 = TIME.exec(t1), a2 = TIME.exec(t2);
      if (a1 && a2)
        return t1 = a1[1] + a1[2] + a1[3], t2 = a2[1] + a2[2] + a2[3], t1 > t2 ? 1 : t1 < t2 ? -1 : 0;
    }
    var DATE_TIME_SEPARATOR = /t|\s/i;
    function getDateTime(strictTimeZone) {
      let time = getTime(strictTimeZone);
      return function(str) {
        let dateTime = str.split(DATE_TIME_SEPARATOR);
        return dateTime.length === 2 && date(dateTime[0]) && time(dateTime[1]);
      };
    }
    function compareDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return;
      let d1 = new Date(dt1).valueOf(), d2 = new Date(dt2).valueOf();
      if (d1 && d2)
        return d1 - d2;
    }
    function compareIsoDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return;
      let [d1, t1] = dt1.split(DATE_TIME_SEPARATOR), [d2, t2] = dt2.split(DATE_TIME_SEPARATOR), res = compareDate(d1, d2);
      if (res !== void 0)
        return res || compareTime(t1, t2);
    }
    var NOT_URI_FRAGMENT = /\/|:/, URI = /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)(?:\?(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
    function uri(str) {
      return NOT_URI_FRAGMENT.test(str) && URI.test(str);
    }
    var BYTE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/gm;
    function byte(str) {
      return BYTE.lastIndex = 0, BYTE.test(str);
    }
    var MIN_INT32 = -(2 ** 31), MAX_INT32 = 2 ** 31 - 1;
    function validateInt32(value) {
      return Number.isInteger(value) && value <= MAX_INT32 && value >= MIN_INT32;
    }
    function validateInt64(value) {
      return Number.isInteger(value);
    }
    function validateNumber() {
      return !0;
    }
    var Z_ANCHOR = /[^\\]\\Z/;
    function regex(str) {
      if (Z_ANCHOR.test(str))
        return !1;
      try {
        return new RegExp(str), !0;
      } catch {
        return !1;
      }
    }
  }
});

// compiled:validators
var SendOTPRequest = validate20, schema31 = { $id: "SendOTPRequest", type: "object", required: ["acquirerId", "pspId", "accessToken"], properties: { acquirerId: { type: "string", minLength: 1, maxLength: 64 }, pspId: { type: "string", minLength: 1, maxLength: 64 }, accessToken: { type: "string", minLength: 1, maxLength: 128 }, verifyType: { type: ["string", "null"], minLength: 1, enum: ["MOBILE", "EMAIL", null] } } }, func1 = require_ucs2length().default;
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.acquirerId === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "acquirerId" }, message: "must have required property 'acquirerId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.pspId === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "pspId" }, message: "must have required property 'pspId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.accessToken === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "accessToken" }, message: "must have required property 'accessToken'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.acquirerId !== void 0) {
      let data0 = data.acquirerId;
      if (typeof data0 == "string") {
        if (func1(data0) > 64) {
          let err3 = { instancePath: instancePath + "/acquirerId", schemaPath: "#/properties/acquirerId/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        if (func1(data0) < 1) {
          let err4 = { instancePath: instancePath + "/acquirerId", schemaPath: "#/properties/acquirerId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/acquirerId", schemaPath: "#/properties/acquirerId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.pspId !== void 0) {
      let data1 = data.pspId;
      if (typeof data1 == "string") {
        if (func1(data1) > 64) {
          let err6 = { instancePath: instancePath + "/pspId", schemaPath: "#/properties/pspId/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        if (func1(data1) < 1) {
          let err7 = { instancePath: instancePath + "/pspId", schemaPath: "#/properties/pspId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
      } else {
        let err8 = { instancePath: instancePath + "/pspId", schemaPath: "#/properties/pspId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.accessToken !== void 0) {
      let data2 = data.accessToken;
      if (typeof data2 == "string") {
        if (func1(data2) > 128) {
          let err9 = { instancePath: instancePath + "/accessToken", schemaPath: "#/properties/accessToken/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (func1(data2) < 1) {
          let err10 = { instancePath: instancePath + "/accessToken", schemaPath: "#/properties/accessToken/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      } else {
        let err11 = { instancePath: instancePath + "/accessToken", schemaPath: "#/properties/accessToken/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.verifyType !== void 0) {
      let data3 = data.verifyType;
      if (typeof data3 != "string" && data3 !== null) {
        let err12 = { instancePath: instancePath + "/verifyType", schemaPath: "#/properties/verifyType/type", keyword: "type", params: { type: schema31.properties.verifyType.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
      if (!(data3 === "MOBILE" || data3 === "EMAIL" || data3 === null)) {
        let err13 = { instancePath: instancePath + "/verifyType", schemaPath: "#/properties/verifyType/enum", keyword: "enum", params: { allowedValues: schema31.properties.verifyType.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
      if (typeof data3 == "string" && func1(data3) < 1) {
        let err14 = { instancePath: instancePath + "/verifyType", schemaPath: "#/properties/verifyType/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
  } else {
    let err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
  }
  return validate20.errors = vErrors, errors === 0;
}
validate20.evaluated = { props: { acquirerId: !0, pspId: !0, accessToken: !0, verifyType: !0 }, dynamicProps: !1, dynamicItems: !1 };
var SendOTPResponse = validate21, schema32 = { $id: "SendOTPResponse", type: "object", required: ["result"], properties: { result: { $ref: "SendOTPResult" }, verifyRequestId: { type: ["string", "null"], minLength: 1, maxLength: 64 } }, if: { type: "object", required: ["result"], properties: { result: { type: "object", required: ["resultStatus"], properties: { resultStatus: { const: "S" } } } } }, then: { type: "object", required: ["verifyRequestId"], properties: { verifyRequestId: { type: "string" } } } }, schema33 = { $id: "SendOTPResult", allOf: [{ $ref: "Result" }, { oneOf: [{ $ref: "Succeeded" }, { $ref: "FailedAsAnyApi" }, { type: "object", required: ["resultCode", "resultStatus"], properties: { resultCode: { enum: ["EXPIRED_ACCESS_TOKEN", "INVALID_TOKEN", "OTP_SEND_TIMES_EXCEED_LIMIT", "USER_NOT_EXIST", "USER_STATUS_ABNORMAL"] }, resultStatus: { const: "F" } } }, { $ref: "Unknown" }] }] }, schema34 = { $id: "Result", type: "object", required: ["resultCode", "resultStatus"], properties: { resultCode: { type: "string", minLength: 1, maxLength: 64 }, resultStatus: { type: "string", enum: ["S", "F", "U"] }, resultMessage: { type: ["string", "null"], minLength: 1, maxLength: 256 } } };
var schema36 = { $id: "FailedAsAnyApi", type: "object", required: ["resultCode", "resultStatus"], properties: { resultCode: { enum: ["ACCESS_DENIED", "INVALID_CLIENT", "INVALID_SIGNATURE", "KEY_NOT_FOUND", "MEDIA_TYPE_NOT_ACCEPTABLE", "METHOD_NOT_SUPPORTED", "NO_INTERFACE_DEF", "PARAM_ILLEGAL", "PROCESS_FAIL"] }, resultStatus: { const: "F" } } }, schema37 = { $id: "Unknown", type: "object", required: ["resultCode", "resultStatus"], properties: { resultCode: { enum: ["REQUEST_TRAFFIC_EXCEED_LIMIT", "UNKNOWN_EXCEPTION"] }, resultStatus: { const: "U" } } };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resultCode === void 0) {
      let err0 = { instancePath, schemaPath: "Result/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.resultStatus === void 0) {
      let err1 = { instancePath, schemaPath: "Result/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.resultCode !== void 0) {
      let data0 = data.resultCode;
      if (typeof data0 == "string") {
        if (func1(data0) > 64) {
          let err2 = { instancePath: instancePath + "/resultCode", schemaPath: "Result/properties/resultCode/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (func1(data0) < 1) {
          let err3 = { instancePath: instancePath + "/resultCode", schemaPath: "Result/properties/resultCode/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/resultCode", schemaPath: "Result/properties/resultCode/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.resultStatus !== void 0) {
      let data1 = data.resultStatus;
      if (typeof data1 != "string") {
        let err5 = { instancePath: instancePath + "/resultStatus", schemaPath: "Result/properties/resultStatus/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data1 === "S" || data1 === "F" || data1 === "U")) {
        let err6 = { instancePath: instancePath + "/resultStatus", schemaPath: "Result/properties/resultStatus/enum", keyword: "enum", params: { allowedValues: schema34.properties.resultStatus.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.resultMessage !== void 0) {
      let data2 = data.resultMessage;
      if (typeof data2 != "string" && data2 !== null) {
        let err7 = { instancePath: instancePath + "/resultMessage", schemaPath: "Result/properties/resultMessage/type", keyword: "type", params: { type: schema34.properties.resultMessage.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data2 == "string") {
        if (func1(data2) > 256) {
          let err8 = { instancePath: instancePath + "/resultMessage", schemaPath: "Result/properties/resultMessage/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (func1(data2) < 1) {
          let err9 = { instancePath: instancePath + "/resultMessage", schemaPath: "Result/properties/resultMessage/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      }
    }
  } else {
    let err10 = { instancePath, schemaPath: "Result/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  let _errs10 = errors, valid3 = !1, passing0 = null, _errs11 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resultCode === void 0) {
      let err11 = { instancePath, schemaPath: "Succeeded/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.resultStatus === void 0) {
      let err12 = { instancePath, schemaPath: "Succeeded/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
    if (data.resultCode !== void 0 && data.resultCode !== "SUCCESS") {
      let err13 = { instancePath: instancePath + "/resultCode", schemaPath: "Succeeded/properties/resultCode/const", keyword: "const", params: { allowedValue: "SUCCESS" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
    }
    if (data.resultStatus !== void 0 && data.resultStatus !== "S") {
      let err14 = { instancePath: instancePath + "/resultStatus", schemaPath: "Succeeded/properties/resultStatus/const", keyword: "const", params: { allowedValue: "S" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
  } else {
    let err15 = { instancePath, schemaPath: "Succeeded/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
  }
  var _valid0 = _errs11 === errors;
  if (_valid0) {
    valid3 = !0, passing0 = 0;
    var props0 = {};
    props0.resultCode = !0, props0.resultStatus = !0;
  }
  let _errs16 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resultCode === void 0) {
      let err16 = { instancePath, schemaPath: "FailedAsAnyApi/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
    }
    if (data.resultStatus === void 0) {
      let err17 = { instancePath, schemaPath: "FailedAsAnyApi/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
    }
    if (data.resultCode !== void 0) {
      let data5 = data.resultCode;
      if (!(data5 === "ACCESS_DENIED" || data5 === "INVALID_CLIENT" || data5 === "INVALID_SIGNATURE" || data5 === "KEY_NOT_FOUND" || data5 === "MEDIA_TYPE_NOT_ACCEPTABLE" || data5 === "METHOD_NOT_SUPPORTED" || data5 === "NO_INTERFACE_DEF" || data5 === "PARAM_ILLEGAL" || data5 === "PROCESS_FAIL")) {
        let err18 = { instancePath: instancePath + "/resultCode", schemaPath: "FailedAsAnyApi/properties/resultCode/enum", keyword: "enum", params: { allowedValues: schema36.properties.resultCode.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.resultStatus !== void 0 && data.resultStatus !== "F") {
      let err19 = { instancePath: instancePath + "/resultStatus", schemaPath: "FailedAsAnyApi/properties/resultStatus/const", keyword: "const", params: { allowedValue: "F" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
    }
  } else {
    let err20 = { instancePath, schemaPath: "FailedAsAnyApi/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
  }
  var _valid0 = _errs16 === errors;
  if (_valid0 && valid3)
    valid3 = !1, passing0 = [passing0, 1];
  else {
    _valid0 && (valid3 = !0, passing0 = 1, props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0));
    let _errs21 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.resultCode === void 0) {
        let err21 = { instancePath, schemaPath: "#/allOf/1/oneOf/2/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
      if (data.resultStatus === void 0) {
        let err22 = { instancePath, schemaPath: "#/allOf/1/oneOf/2/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
      if (data.resultCode !== void 0) {
        let data7 = data.resultCode;
        if (!(data7 === "EXPIRED_ACCESS_TOKEN" || data7 === "INVALID_TOKEN" || data7 === "OTP_SEND_TIMES_EXCEED_LIMIT" || data7 === "USER_NOT_EXIST" || data7 === "USER_STATUS_ABNORMAL")) {
          let err23 = { instancePath: instancePath + "/resultCode", schemaPath: "#/allOf/1/oneOf/2/properties/resultCode/enum", keyword: "enum", params: { allowedValues: schema33.allOf[1].oneOf[2].properties.resultCode.enum }, message: "must be equal to one of the allowed values" };
          vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
        }
      }
      if (data.resultStatus !== void 0 && data.resultStatus !== "F") {
        let err24 = { instancePath: instancePath + "/resultStatus", schemaPath: "#/allOf/1/oneOf/2/properties/resultStatus/const", keyword: "const", params: { allowedValue: "F" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    } else {
      let err25 = { instancePath, schemaPath: "#/allOf/1/oneOf/2/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
    }
    var _valid0 = _errs21 === errors;
    if (_valid0 && valid3)
      valid3 = !1, passing0 = [passing0, 2];
    else {
      _valid0 && (valid3 = !0, passing0 = 2, props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0));
      let _errs25 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.resultCode === void 0) {
          let err26 = { instancePath, schemaPath: "Unknown/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
          vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
        }
        if (data.resultStatus === void 0) {
          let err27 = { instancePath, schemaPath: "Unknown/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
          vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
        }
        if (data.resultCode !== void 0) {
          let data9 = data.resultCode;
          if (!(data9 === "REQUEST_TRAFFIC_EXCEED_LIMIT" || data9 === "UNKNOWN_EXCEPTION")) {
            let err28 = { instancePath: instancePath + "/resultCode", schemaPath: "Unknown/properties/resultCode/enum", keyword: "enum", params: { allowedValues: schema37.properties.resultCode.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
          }
        }
        if (data.resultStatus !== void 0 && data.resultStatus !== "U") {
          let err29 = { instancePath: instancePath + "/resultStatus", schemaPath: "Unknown/properties/resultStatus/const", keyword: "const", params: { allowedValue: "U" }, message: "must be equal to constant" };
          vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
        }
      } else {
        let err30 = { instancePath, schemaPath: "Unknown/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
      }
      var _valid0 = _errs25 === errors;
      _valid0 && valid3 ? (valid3 = !1, passing0 = [passing0, 3]) : _valid0 && (valid3 = !0, passing0 = 3, props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0));
    }
  }
  if (valid3)
    errors = _errs10, vErrors !== null && (_errs10 ? vErrors.length = _errs10 : vErrors = null);
  else {
    let err31 = { instancePath, schemaPath: "#/allOf/1/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
    vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
  }
  return props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0, props0.resultMessage = !0), validate22.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate22.evaluated = { dynamicProps: !0, dynamicItems: !1 };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate21.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs1 = errors, valid0 = !0, _errs2 = errors;
  if (errors === _errs2)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.result === void 0 && (missing0 = "result")) {
        let err0 = {};
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      } else if (data.result !== void 0) {
        let data0 = data.result;
        if (errors === errors)
          if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
            let missing1;
            if (data0.resultStatus === void 0 && (missing1 = "resultStatus")) {
              let err1 = {};
              vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
            } else if (data0.resultStatus !== void 0 && data0.resultStatus !== "S") {
              let err2 = {};
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
          } else {
            let err3 = {};
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
      }
    } else {
      let err4 = {};
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
  var _valid0 = _errs2 === errors;
  if (errors = _errs1, vErrors !== null && (_errs1 ? vErrors.length = _errs1 : vErrors = null), _valid0) {
    let _errs7 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.verifyRequestId === void 0) {
        let err5 = { instancePath, schemaPath: "#/then/required", keyword: "required", params: { missingProperty: "verifyRequestId" }, message: "must have required property 'verifyRequestId'" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (data.verifyRequestId !== void 0 && typeof data.verifyRequestId != "string") {
        let err6 = { instancePath: instancePath + "/verifyRequestId", schemaPath: "#/then/properties/verifyRequestId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    } else {
      let err7 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    var _valid0 = _errs7 === errors;
    if (valid0 = _valid0, valid0) {
      var props0 = {};
      props0.verifyRequestId = !0, props0.result = !0;
    }
  }
  if (!valid0) {
    let err8 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.result === void 0) {
      let err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "result" }, message: "must have required property 'result'" };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (props0 !== !0 && (props0 = props0 || {}, props0.result = !0, props0.verifyRequestId = !0), data.result !== void 0 && (validate22(data.result, { instancePath: instancePath + "/result", parentData: data, parentDataProperty: "result", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors), errors = vErrors.length)), data.verifyRequestId !== void 0) {
      let data4 = data.verifyRequestId;
      if (typeof data4 != "string" && data4 !== null) {
        let err10 = { instancePath: instancePath + "/verifyRequestId", schemaPath: "#/properties/verifyRequestId/type", keyword: "type", params: { type: schema32.properties.verifyRequestId.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
      if (typeof data4 == "string") {
        if (func1(data4) > 64) {
          let err11 = { instancePath: instancePath + "/verifyRequestId", schemaPath: "#/properties/verifyRequestId/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        if (func1(data4) < 1) {
          let err12 = { instancePath: instancePath + "/verifyRequestId", schemaPath: "#/properties/verifyRequestId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      }
    }
  } else {
    let err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
  }
  return validate21.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate21.evaluated = { dynamicProps: !0, dynamicItems: !1 };
var SendActivationCodeRequest = validate24, schema38 = { $id: "SendActivationCodeRequest", type: "object", required: ["tokenReferenceId", "activation", "expiryTime"], properties: { tokenReferenceId: { type: "string", minLength: 1, maxLength: 64 }, customerId: { type: ["string", "null"], minLength: 1, maxLength: 64 }, activation: { $ref: "Activation" }, expiryTime: { $ref: "Datetime" } } };
var formats0 = require_formats().fullFormats["date-time"], pattern4 = new RegExp("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$", "u");
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.tokenReferenceId === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tokenReferenceId" }, message: "must have required property 'tokenReferenceId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.activation === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "activation" }, message: "must have required property 'activation'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.expiryTime === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "expiryTime" }, message: "must have required property 'expiryTime'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.tokenReferenceId !== void 0) {
      let data0 = data.tokenReferenceId;
      if (typeof data0 == "string") {
        if (func1(data0) > 64) {
          let err3 = { instancePath: instancePath + "/tokenReferenceId", schemaPath: "#/properties/tokenReferenceId/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        if (func1(data0) < 1) {
          let err4 = { instancePath: instancePath + "/tokenReferenceId", schemaPath: "#/properties/tokenReferenceId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/tokenReferenceId", schemaPath: "#/properties/tokenReferenceId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.customerId !== void 0) {
      let data1 = data.customerId;
      if (typeof data1 != "string" && data1 !== null) {
        let err6 = { instancePath: instancePath + "/customerId", schemaPath: "#/properties/customerId/type", keyword: "type", params: { type: schema38.properties.customerId.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (typeof data1 == "string") {
        if (func1(data1) > 64) {
          let err7 = { instancePath: instancePath + "/customerId", schemaPath: "#/properties/customerId/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (func1(data1) < 1) {
          let err8 = { instancePath: instancePath + "/customerId", schemaPath: "#/properties/customerId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      }
    }
    if (data.activation !== void 0) {
      let data2 = data.activation;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.activationCode !== void 0 && typeof data2.activationCode != "string") {
          let err9 = { instancePath: instancePath + "/activation/activationCode", schemaPath: "Activation/properties/activationCode/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (data2.activationMethod !== void 0) {
          let data4 = data2.activationMethod;
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.type !== void 0 && typeof data4.type != "string") {
              let err10 = { instancePath: instancePath + "/activation/activationMethod/type", schemaPath: "Activation/properties/activationMethod/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
            if (data4.value !== void 0 && typeof data4.value != "string") {
              let err11 = { instancePath: instancePath + "/activation/activationMethod/value", schemaPath: "Activation/properties/activationMethod/properties/value/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
          } else {
            let err12 = { instancePath: instancePath + "/activation/activationMethod", schemaPath: "Activation/properties/activationMethod/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        }
      } else {
        let err13 = { instancePath: instancePath + "/activation", schemaPath: "Activation/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.expiryTime !== void 0) {
      let data7 = data.expiryTime;
      if (typeof data7 == "string") {
        if (func1(data7) < 1) {
          let err14 = { instancePath: instancePath + "/expiryTime", schemaPath: "Datetime/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
        if (!pattern4.test(data7)) {
          let err15 = { instancePath: instancePath + "/expiryTime", schemaPath: "Datetime/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$" }, message: 'must match pattern "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$"' };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
        if (!formats0.validate(data7)) {
          let err16 = { instancePath: instancePath + "/expiryTime", schemaPath: "Datetime/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
          vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
        }
      } else {
        let err17 = { instancePath: instancePath + "/expiryTime", schemaPath: "Datetime/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
  } else {
    let err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
  }
  return validate24.errors = vErrors, errors === 0;
}
validate24.evaluated = { props: { tokenReferenceId: !0, customerId: !0, activation: !0, expiryTime: !0 }, dynamicProps: !1, dynamicItems: !1 };
var SendActivationCodeResponse = validate25;
var schema42 = { $id: "SendActivationCodeResult", allOf: [{ $ref: "Result" }, { oneOf: [{ $ref: "Succeeded" }, { $ref: "FailedAsAnyApi" }, { type: "object", required: ["resultCode", "resultStatus"], properties: { resultCode: { enum: ["ACTIVATION_METHOD_NOT_SUPPORTED", "OTP_SEND_TIMES_EXCEED_LIMIT", "USER_NOT_EXIST", "USER_STATUS_ABNORMAL"] }, resultStatus: { const: "F" } } }, { $ref: "Unknown" }] }] };
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resultCode === void 0) {
      let err0 = { instancePath, schemaPath: "Result/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.resultStatus === void 0) {
      let err1 = { instancePath, schemaPath: "Result/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.resultCode !== void 0) {
      let data0 = data.resultCode;
      if (typeof data0 == "string") {
        if (func1(data0) > 64) {
          let err2 = { instancePath: instancePath + "/resultCode", schemaPath: "Result/properties/resultCode/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (func1(data0) < 1) {
          let err3 = { instancePath: instancePath + "/resultCode", schemaPath: "Result/properties/resultCode/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/resultCode", schemaPath: "Result/properties/resultCode/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.resultStatus !== void 0) {
      let data1 = data.resultStatus;
      if (typeof data1 != "string") {
        let err5 = { instancePath: instancePath + "/resultStatus", schemaPath: "Result/properties/resultStatus/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data1 === "S" || data1 === "F" || data1 === "U")) {
        let err6 = { instancePath: instancePath + "/resultStatus", schemaPath: "Result/properties/resultStatus/enum", keyword: "enum", params: { allowedValues: schema34.properties.resultStatus.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.resultMessage !== void 0) {
      let data2 = data.resultMessage;
      if (typeof data2 != "string" && data2 !== null) {
        let err7 = { instancePath: instancePath + "/resultMessage", schemaPath: "Result/properties/resultMessage/type", keyword: "type", params: { type: schema34.properties.resultMessage.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data2 == "string") {
        if (func1(data2) > 256) {
          let err8 = { instancePath: instancePath + "/resultMessage", schemaPath: "Result/properties/resultMessage/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (func1(data2) < 1) {
          let err9 = { instancePath: instancePath + "/resultMessage", schemaPath: "Result/properties/resultMessage/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      }
    }
  } else {
    let err10 = { instancePath, schemaPath: "Result/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  let _errs10 = errors, valid3 = !1, passing0 = null, _errs11 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resultCode === void 0) {
      let err11 = { instancePath, schemaPath: "Succeeded/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.resultStatus === void 0) {
      let err12 = { instancePath, schemaPath: "Succeeded/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
    if (data.resultCode !== void 0 && data.resultCode !== "SUCCESS") {
      let err13 = { instancePath: instancePath + "/resultCode", schemaPath: "Succeeded/properties/resultCode/const", keyword: "const", params: { allowedValue: "SUCCESS" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
    }
    if (data.resultStatus !== void 0 && data.resultStatus !== "S") {
      let err14 = { instancePath: instancePath + "/resultStatus", schemaPath: "Succeeded/properties/resultStatus/const", keyword: "const", params: { allowedValue: "S" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
  } else {
    let err15 = { instancePath, schemaPath: "Succeeded/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
  }
  var _valid0 = _errs11 === errors;
  if (_valid0) {
    valid3 = !0, passing0 = 0;
    var props0 = {};
    props0.resultCode = !0, props0.resultStatus = !0;
  }
  let _errs16 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resultCode === void 0) {
      let err16 = { instancePath, schemaPath: "FailedAsAnyApi/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
    }
    if (data.resultStatus === void 0) {
      let err17 = { instancePath, schemaPath: "FailedAsAnyApi/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
    }
    if (data.resultCode !== void 0) {
      let data5 = data.resultCode;
      if (!(data5 === "ACCESS_DENIED" || data5 === "INVALID_CLIENT" || data5 === "INVALID_SIGNATURE" || data5 === "KEY_NOT_FOUND" || data5 === "MEDIA_TYPE_NOT_ACCEPTABLE" || data5 === "METHOD_NOT_SUPPORTED" || data5 === "NO_INTERFACE_DEF" || data5 === "PARAM_ILLEGAL" || data5 === "PROCESS_FAIL")) {
        let err18 = { instancePath: instancePath + "/resultCode", schemaPath: "FailedAsAnyApi/properties/resultCode/enum", keyword: "enum", params: { allowedValues: schema36.properties.resultCode.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.resultStatus !== void 0 && data.resultStatus !== "F") {
      let err19 = { instancePath: instancePath + "/resultStatus", schemaPath: "FailedAsAnyApi/properties/resultStatus/const", keyword: "const", params: { allowedValue: "F" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
    }
  } else {
    let err20 = { instancePath, schemaPath: "FailedAsAnyApi/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
  }
  var _valid0 = _errs16 === errors;
  if (_valid0 && valid3)
    valid3 = !1, passing0 = [passing0, 1];
  else {
    _valid0 && (valid3 = !0, passing0 = 1, props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0));
    let _errs21 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.resultCode === void 0) {
        let err21 = { instancePath, schemaPath: "#/allOf/1/oneOf/2/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
      if (data.resultStatus === void 0) {
        let err22 = { instancePath, schemaPath: "#/allOf/1/oneOf/2/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
      if (data.resultCode !== void 0) {
        let data7 = data.resultCode;
        if (!(data7 === "ACTIVATION_METHOD_NOT_SUPPORTED" || data7 === "OTP_SEND_TIMES_EXCEED_LIMIT" || data7 === "USER_NOT_EXIST" || data7 === "USER_STATUS_ABNORMAL")) {
          let err23 = { instancePath: instancePath + "/resultCode", schemaPath: "#/allOf/1/oneOf/2/properties/resultCode/enum", keyword: "enum", params: { allowedValues: schema42.allOf[1].oneOf[2].properties.resultCode.enum }, message: "must be equal to one of the allowed values" };
          vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
        }
      }
      if (data.resultStatus !== void 0 && data.resultStatus !== "F") {
        let err24 = { instancePath: instancePath + "/resultStatus", schemaPath: "#/allOf/1/oneOf/2/properties/resultStatus/const", keyword: "const", params: { allowedValue: "F" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    } else {
      let err25 = { instancePath, schemaPath: "#/allOf/1/oneOf/2/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
    }
    var _valid0 = _errs21 === errors;
    if (_valid0 && valid3)
      valid3 = !1, passing0 = [passing0, 2];
    else {
      _valid0 && (valid3 = !0, passing0 = 2, props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0));
      let _errs25 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.resultCode === void 0) {
          let err26 = { instancePath, schemaPath: "Unknown/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
          vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
        }
        if (data.resultStatus === void 0) {
          let err27 = { instancePath, schemaPath: "Unknown/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
          vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
        }
        if (data.resultCode !== void 0) {
          let data9 = data.resultCode;
          if (!(data9 === "REQUEST_TRAFFIC_EXCEED_LIMIT" || data9 === "UNKNOWN_EXCEPTION")) {
            let err28 = { instancePath: instancePath + "/resultCode", schemaPath: "Unknown/properties/resultCode/enum", keyword: "enum", params: { allowedValues: schema37.properties.resultCode.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
          }
        }
        if (data.resultStatus !== void 0 && data.resultStatus !== "U") {
          let err29 = { instancePath: instancePath + "/resultStatus", schemaPath: "Unknown/properties/resultStatus/const", keyword: "const", params: { allowedValue: "U" }, message: "must be equal to constant" };
          vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
        }
      } else {
        let err30 = { instancePath, schemaPath: "Unknown/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
      }
      var _valid0 = _errs25 === errors;
      _valid0 && valid3 ? (valid3 = !1, passing0 = [passing0, 3]) : _valid0 && (valid3 = !0, passing0 = 3, props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0));
    }
  }
  if (valid3)
    errors = _errs10, vErrors !== null && (_errs10 ? vErrors.length = _errs10 : vErrors = null);
  else {
    let err31 = { instancePath, schemaPath: "#/allOf/1/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
    vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
  }
  return props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0, props0.resultMessage = !0), validate26.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate26.evaluated = { dynamicProps: !0, dynamicItems: !1 };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.result === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "result" }, message: "must have required property 'result'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    data.result !== void 0 && (validate26(data.result, { instancePath: instancePath + "/result", parentData: data, parentDataProperty: "result", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors), errors = vErrors.length));
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate25.errors = vErrors, errors === 0;
}
validate25.evaluated = { props: { result: !0 }, dynamicProps: !1, dynamicItems: !1 };
var TokenActivationNotificationRequest = validate28, schema47 = { $id: "TokenActivationNotificationRequest", type: "object", required: ["tokenReferenceId", "serviceRequestTime", "tokenActivatedTime", "tokenData"], properties: { tokenReferenceId: { type: "string", minLength: 1, maxLength: 64 }, customerId: { type: ["string", "null"], minLength: 1, maxLength: 64 }, walletId: { type: ["string", "null"], minLength: 1, maxLength: 16 }, tokenRequestorId: { type: ["string", "null"], minLength: 1, maxLength: 16 }, secureElementId: { type: ["string", "null"], minLength: 1, maxLength: 128 }, accountSource: { $ref: "AccountSource" }, serviceRequestTime: { $ref: "Datetime" }, tokenActivatedTime: { $ref: "Datetime" }, tokenData: { $ref: "TokenData" } } }, schema48 = { $id: "AccountSource", type: ["string", "null"], minLength: 1, enum: ["ACCOUNT_ON_FILE", "ACCOUNT_ADDED_MANUALLY", "ACCOUNT_ADDED_VIA_APPLICATION", "EXISTING_TOKEN_CREDENTIAL", "ACCOUNT_ADDED_VIA_BROWSER", "ACCOUNT_ADDED_VIA_CHIP_DATA", null] };
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate28.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.tokenReferenceId === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tokenReferenceId" }, message: "must have required property 'tokenReferenceId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.serviceRequestTime === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "serviceRequestTime" }, message: "must have required property 'serviceRequestTime'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.tokenActivatedTime === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tokenActivatedTime" }, message: "must have required property 'tokenActivatedTime'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.tokenData === void 0) {
      let err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tokenData" }, message: "must have required property 'tokenData'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.tokenReferenceId !== void 0) {
      let data0 = data.tokenReferenceId;
      if (typeof data0 == "string") {
        if (func1(data0) > 64) {
          let err4 = { instancePath: instancePath + "/tokenReferenceId", schemaPath: "#/properties/tokenReferenceId/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (func1(data0) < 1) {
          let err5 = { instancePath: instancePath + "/tokenReferenceId", schemaPath: "#/properties/tokenReferenceId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      } else {
        let err6 = { instancePath: instancePath + "/tokenReferenceId", schemaPath: "#/properties/tokenReferenceId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.customerId !== void 0) {
      let data1 = data.customerId;
      if (typeof data1 != "string" && data1 !== null) {
        let err7 = { instancePath: instancePath + "/customerId", schemaPath: "#/properties/customerId/type", keyword: "type", params: { type: schema47.properties.customerId.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data1 == "string") {
        if (func1(data1) > 64) {
          let err8 = { instancePath: instancePath + "/customerId", schemaPath: "#/properties/customerId/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (func1(data1) < 1) {
          let err9 = { instancePath: instancePath + "/customerId", schemaPath: "#/properties/customerId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      }
    }
    if (data.walletId !== void 0) {
      let data2 = data.walletId;
      if (typeof data2 != "string" && data2 !== null) {
        let err10 = { instancePath: instancePath + "/walletId", schemaPath: "#/properties/walletId/type", keyword: "type", params: { type: schema47.properties.walletId.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
      if (typeof data2 == "string") {
        if (func1(data2) > 16) {
          let err11 = { instancePath: instancePath + "/walletId", schemaPath: "#/properties/walletId/maxLength", keyword: "maxLength", params: { limit: 16 }, message: "must NOT have more than 16 characters" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        if (func1(data2) < 1) {
          let err12 = { instancePath: instancePath + "/walletId", schemaPath: "#/properties/walletId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      }
    }
    if (data.tokenRequestorId !== void 0) {
      let data3 = data.tokenRequestorId;
      if (typeof data3 != "string" && data3 !== null) {
        let err13 = { instancePath: instancePath + "/tokenRequestorId", schemaPath: "#/properties/tokenRequestorId/type", keyword: "type", params: { type: schema47.properties.tokenRequestorId.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
      if (typeof data3 == "string") {
        if (func1(data3) > 16) {
          let err14 = { instancePath: instancePath + "/tokenRequestorId", schemaPath: "#/properties/tokenRequestorId/maxLength", keyword: "maxLength", params: { limit: 16 }, message: "must NOT have more than 16 characters" };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
        if (func1(data3) < 1) {
          let err15 = { instancePath: instancePath + "/tokenRequestorId", schemaPath: "#/properties/tokenRequestorId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
      }
    }
    if (data.secureElementId !== void 0) {
      let data4 = data.secureElementId;
      if (typeof data4 != "string" && data4 !== null) {
        let err16 = { instancePath: instancePath + "/secureElementId", schemaPath: "#/properties/secureElementId/type", keyword: "type", params: { type: schema47.properties.secureElementId.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
      if (typeof data4 == "string") {
        if (func1(data4) > 128) {
          let err17 = { instancePath: instancePath + "/secureElementId", schemaPath: "#/properties/secureElementId/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
          vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
        }
        if (func1(data4) < 1) {
          let err18 = { instancePath: instancePath + "/secureElementId", schemaPath: "#/properties/secureElementId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
        }
      }
    }
    if (data.accountSource !== void 0) {
      let data5 = data.accountSource;
      if (typeof data5 != "string" && data5 !== null) {
        let err19 = { instancePath: instancePath + "/accountSource", schemaPath: "AccountSource/type", keyword: "type", params: { type: schema48.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
      if (!(data5 === "ACCOUNT_ON_FILE" || data5 === "ACCOUNT_ADDED_MANUALLY" || data5 === "ACCOUNT_ADDED_VIA_APPLICATION" || data5 === "EXISTING_TOKEN_CREDENTIAL" || data5 === "ACCOUNT_ADDED_VIA_BROWSER" || data5 === "ACCOUNT_ADDED_VIA_CHIP_DATA" || data5 === null)) {
        let err20 = { instancePath: instancePath + "/accountSource", schemaPath: "AccountSource/enum", keyword: "enum", params: { allowedValues: schema48.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
      if (typeof data5 == "string" && func1(data5) < 1) {
        let err21 = { instancePath: instancePath + "/accountSource", schemaPath: "AccountSource/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.serviceRequestTime !== void 0) {
      let data6 = data.serviceRequestTime;
      if (typeof data6 == "string") {
        if (func1(data6) < 1) {
          let err22 = { instancePath: instancePath + "/serviceRequestTime", schemaPath: "Datetime/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
        }
        if (!pattern4.test(data6)) {
          let err23 = { instancePath: instancePath + "/serviceRequestTime", schemaPath: "Datetime/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$" }, message: 'must match pattern "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$"' };
          vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
        }
        if (!formats0.validate(data6)) {
          let err24 = { instancePath: instancePath + "/serviceRequestTime", schemaPath: "Datetime/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
          vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
        }
      } else {
        let err25 = { instancePath: instancePath + "/serviceRequestTime", schemaPath: "Datetime/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
    }
    if (data.tokenActivatedTime !== void 0) {
      let data7 = data.tokenActivatedTime;
      if (typeof data7 == "string") {
        if (func1(data7) < 1) {
          let err26 = { instancePath: instancePath + "/tokenActivatedTime", schemaPath: "Datetime/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
        }
        if (!pattern4.test(data7)) {
          let err27 = { instancePath: instancePath + "/tokenActivatedTime", schemaPath: "Datetime/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$" }, message: 'must match pattern "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$"' };
          vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
        }
        if (!formats0.validate(data7)) {
          let err28 = { instancePath: instancePath + "/tokenActivatedTime", schemaPath: "Datetime/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
          vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
        }
      } else {
        let err29 = { instancePath: instancePath + "/tokenActivatedTime", schemaPath: "Datetime/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
      }
    }
    if (data.tokenData !== void 0) {
      let data8 = data.tokenData;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (data8.token !== void 0 && typeof data8.token != "string") {
          let err30 = { instancePath: instancePath + "/tokenData/token", schemaPath: "TokenData/properties/token/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
        }
        if (data8.expiryMonth !== void 0 && typeof data8.expiryMonth != "string") {
          let err31 = { instancePath: instancePath + "/tokenData/expiryMonth", schemaPath: "TokenData/properties/expiryMonth/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
        }
        if (data8.expiryYear !== void 0 && typeof data8.expiryYear != "string") {
          let err32 = { instancePath: instancePath + "/tokenData/expiryYear", schemaPath: "TokenData/properties/expiryYear/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
        }
      } else {
        let err33 = { instancePath: instancePath + "/tokenData", schemaPath: "TokenData/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
      }
    }
  } else {
    let err34 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
  }
  return validate28.errors = vErrors, errors === 0;
}
validate28.evaluated = { props: { tokenReferenceId: !0, customerId: !0, walletId: !0, tokenRequestorId: !0, secureElementId: !0, accountSource: !0, serviceRequestTime: !0, tokenActivatedTime: !0, tokenData: !0 }, dynamicProps: !1, dynamicItems: !1 };
var TokenActivationNotificationResponse = validate29;
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate30.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resultCode === void 0) {
      let err0 = { instancePath, schemaPath: "Result/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.resultStatus === void 0) {
      let err1 = { instancePath, schemaPath: "Result/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.resultCode !== void 0) {
      let data0 = data.resultCode;
      if (typeof data0 == "string") {
        if (func1(data0) > 64) {
          let err2 = { instancePath: instancePath + "/resultCode", schemaPath: "Result/properties/resultCode/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (func1(data0) < 1) {
          let err3 = { instancePath: instancePath + "/resultCode", schemaPath: "Result/properties/resultCode/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/resultCode", schemaPath: "Result/properties/resultCode/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.resultStatus !== void 0) {
      let data1 = data.resultStatus;
      if (typeof data1 != "string") {
        let err5 = { instancePath: instancePath + "/resultStatus", schemaPath: "Result/properties/resultStatus/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data1 === "S" || data1 === "F" || data1 === "U")) {
        let err6 = { instancePath: instancePath + "/resultStatus", schemaPath: "Result/properties/resultStatus/enum", keyword: "enum", params: { allowedValues: schema34.properties.resultStatus.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.resultMessage !== void 0) {
      let data2 = data.resultMessage;
      if (typeof data2 != "string" && data2 !== null) {
        let err7 = { instancePath: instancePath + "/resultMessage", schemaPath: "Result/properties/resultMessage/type", keyword: "type", params: { type: schema34.properties.resultMessage.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data2 == "string") {
        if (func1(data2) > 256) {
          let err8 = { instancePath: instancePath + "/resultMessage", schemaPath: "Result/properties/resultMessage/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (func1(data2) < 1) {
          let err9 = { instancePath: instancePath + "/resultMessage", schemaPath: "Result/properties/resultMessage/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      }
    }
  } else {
    let err10 = { instancePath, schemaPath: "Result/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  let _errs10 = errors, valid3 = !1, passing0 = null, _errs11 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resultCode === void 0) {
      let err11 = { instancePath, schemaPath: "Succeeded/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.resultStatus === void 0) {
      let err12 = { instancePath, schemaPath: "Succeeded/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
    if (data.resultCode !== void 0 && data.resultCode !== "SUCCESS") {
      let err13 = { instancePath: instancePath + "/resultCode", schemaPath: "Succeeded/properties/resultCode/const", keyword: "const", params: { allowedValue: "SUCCESS" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
    }
    if (data.resultStatus !== void 0 && data.resultStatus !== "S") {
      let err14 = { instancePath: instancePath + "/resultStatus", schemaPath: "Succeeded/properties/resultStatus/const", keyword: "const", params: { allowedValue: "S" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
  } else {
    let err15 = { instancePath, schemaPath: "Succeeded/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
  }
  var _valid0 = _errs11 === errors;
  if (_valid0) {
    valid3 = !0, passing0 = 0;
    var props0 = {};
    props0.resultCode = !0, props0.resultStatus = !0;
  }
  let _errs16 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resultCode === void 0) {
      let err16 = { instancePath, schemaPath: "FailedAsAnyApi/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
    }
    if (data.resultStatus === void 0) {
      let err17 = { instancePath, schemaPath: "FailedAsAnyApi/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
    }
    if (data.resultCode !== void 0) {
      let data5 = data.resultCode;
      if (!(data5 === "ACCESS_DENIED" || data5 === "INVALID_CLIENT" || data5 === "INVALID_SIGNATURE" || data5 === "KEY_NOT_FOUND" || data5 === "MEDIA_TYPE_NOT_ACCEPTABLE" || data5 === "METHOD_NOT_SUPPORTED" || data5 === "NO_INTERFACE_DEF" || data5 === "PARAM_ILLEGAL" || data5 === "PROCESS_FAIL")) {
        let err18 = { instancePath: instancePath + "/resultCode", schemaPath: "FailedAsAnyApi/properties/resultCode/enum", keyword: "enum", params: { allowedValues: schema36.properties.resultCode.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.resultStatus !== void 0 && data.resultStatus !== "F") {
      let err19 = { instancePath: instancePath + "/resultStatus", schemaPath: "FailedAsAnyApi/properties/resultStatus/const", keyword: "const", params: { allowedValue: "F" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
    }
  } else {
    let err20 = { instancePath, schemaPath: "FailedAsAnyApi/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
  }
  var _valid0 = _errs16 === errors;
  if (_valid0 && valid3)
    valid3 = !1, passing0 = [passing0, 1];
  else {
    _valid0 && (valid3 = !0, passing0 = 1, props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0));
    let _errs21 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.resultCode === void 0) {
        let err21 = { instancePath, schemaPath: "Unknown/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
      if (data.resultStatus === void 0) {
        let err22 = { instancePath, schemaPath: "Unknown/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
      if (data.resultCode !== void 0) {
        let data7 = data.resultCode;
        if (!(data7 === "REQUEST_TRAFFIC_EXCEED_LIMIT" || data7 === "UNKNOWN_EXCEPTION")) {
          let err23 = { instancePath: instancePath + "/resultCode", schemaPath: "Unknown/properties/resultCode/enum", keyword: "enum", params: { allowedValues: schema37.properties.resultCode.enum }, message: "must be equal to one of the allowed values" };
          vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
        }
      }
      if (data.resultStatus !== void 0 && data.resultStatus !== "U") {
        let err24 = { instancePath: instancePath + "/resultStatus", schemaPath: "Unknown/properties/resultStatus/const", keyword: "const", params: { allowedValue: "U" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    } else {
      let err25 = { instancePath, schemaPath: "Unknown/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
    }
    var _valid0 = _errs21 === errors;
    _valid0 && valid3 ? (valid3 = !1, passing0 = [passing0, 2]) : _valid0 && (valid3 = !0, passing0 = 2, props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0));
  }
  if (valid3)
    errors = _errs10, vErrors !== null && (_errs10 ? vErrors.length = _errs10 : vErrors = null);
  else {
    let err26 = { instancePath, schemaPath: "#/allOf/1/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
    vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
  }
  return props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0, props0.resultMessage = !0), validate30.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate30.evaluated = { dynamicProps: !0, dynamicItems: !1 };
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.result === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "result" }, message: "must have required property 'result'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    data.result !== void 0 && (validate30(data.result, { instancePath: instancePath + "/result", parentData: data, parentDataProperty: "result", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors), errors = vErrors.length));
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate29.errors = vErrors, errors === 0;
}
validate29.evaluated = { props: { result: !0 }, dynamicProps: !1, dynamicItems: !1 };
var TokenDigitizeDecisionRequest = validate32, schema58 = { $id: "TokenDigitizeDecisionRequest", type: "object", required: ["tokenReferenceId", "tokenType"], properties: { tokenReferenceId: { type: "string", minLength: 1, maxLength: 64 }, customerId: { type: ["string", "null"], minLength: 1, maxLength: 64 }, tokenType: { type: "string", minLength: 1, enum: ["EMBEDDED_SE", "CLOUD", "STATIC"] }, walletId: { type: ["string", "null"], minLength: 1, maxLength: 16 }, tokenRequestorId: { type: ["string", "null"], minLength: 1, maxLength: 16 }, consumerFacingEntityName: { type: ["string", "null"], minLength: 1, maxLength: 128 }, paymentAppInstanceId: { type: ["string", "null"], minLength: 1, maxLength: 64 }, accountSource: { $ref: "AccountSource" }, accountHolder: { $ref: "AccountHolder" }, accountIdHash: { type: ["string", "null"], minLength: 1, maxLength: 64 }, mobileNumberSuffix: { type: ["string", "null"], minLength: 1, maxLength: 32 }, walletProviderDecisioningInfo: { $ref: "WalletProviderDecisioningInfo" }, deviceInfo: { $ref: "DeviceInfo" }, associatedToken: { $ref: "AssociatedToken" }, aplusDecisioningInfo: { $ref: "AplusDecisioningInfo" } } }, schema60 = { $id: "AccountHolder", type: ["object", "null"], properties: { accountHolderName: { type: "string" }, accountHolderEmailAddress: { type: "string" } } }, schema61 = { $id: "WalletProviderDecisioningInfo", type: ["object", "null"], properties: { recommendedDecision: { type: "string" }, recommendationReasons: { type: "array", items: { type: "string" } }, deviceScore: { type: "string" }, accountScore: { type: "string" } } }, schema62 = { $id: "DeviceInfo", type: ["object", "null"], properties: { deviceName: { type: "string" }, formFactor: { type: "string" }, osName: { type: "string" }, osVersion: { type: "string" }, storageTechnology: { type: "string" } } }, schema63 = { $id: "AssociatedToken", type: ["object", "null"], properties: { tokenReferenceId: { type: "string" } } }, schema64 = { $id: "AplusDecisioningInfo", type: ["object", "null"], properties: { recommendedDecision: { type: "string" } } };
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate32.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.tokenReferenceId === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tokenReferenceId" }, message: "must have required property 'tokenReferenceId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.tokenType === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tokenType" }, message: "must have required property 'tokenType'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.tokenReferenceId !== void 0) {
      let data0 = data.tokenReferenceId;
      if (typeof data0 == "string") {
        if (func1(data0) > 64) {
          let err2 = { instancePath: instancePath + "/tokenReferenceId", schemaPath: "#/properties/tokenReferenceId/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (func1(data0) < 1) {
          let err3 = { instancePath: instancePath + "/tokenReferenceId", schemaPath: "#/properties/tokenReferenceId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/tokenReferenceId", schemaPath: "#/properties/tokenReferenceId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.customerId !== void 0) {
      let data1 = data.customerId;
      if (typeof data1 != "string" && data1 !== null) {
        let err5 = { instancePath: instancePath + "/customerId", schemaPath: "#/properties/customerId/type", keyword: "type", params: { type: schema58.properties.customerId.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (typeof data1 == "string") {
        if (func1(data1) > 64) {
          let err6 = { instancePath: instancePath + "/customerId", schemaPath: "#/properties/customerId/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        if (func1(data1) < 1) {
          let err7 = { instancePath: instancePath + "/customerId", schemaPath: "#/properties/customerId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
      }
    }
    if (data.tokenType !== void 0) {
      let data2 = data.tokenType;
      if (!(data2 === "EMBEDDED_SE" || data2 === "CLOUD" || data2 === "STATIC")) {
        let err8 = { instancePath: instancePath + "/tokenType", schemaPath: "#/properties/tokenType/enum", keyword: "enum", params: { allowedValues: schema58.properties.tokenType.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
      if (typeof data2 == "string") {
        if (func1(data2) < 1) {
          let err9 = { instancePath: instancePath + "/tokenType", schemaPath: "#/properties/tokenType/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      } else {
        let err10 = { instancePath: instancePath + "/tokenType", schemaPath: "#/properties/tokenType/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.walletId !== void 0) {
      let data3 = data.walletId;
      if (typeof data3 != "string" && data3 !== null) {
        let err11 = { instancePath: instancePath + "/walletId", schemaPath: "#/properties/walletId/type", keyword: "type", params: { type: schema58.properties.walletId.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
      if (typeof data3 == "string") {
        if (func1(data3) > 16) {
          let err12 = { instancePath: instancePath + "/walletId", schemaPath: "#/properties/walletId/maxLength", keyword: "maxLength", params: { limit: 16 }, message: "must NOT have more than 16 characters" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
        if (func1(data3) < 1) {
          let err13 = { instancePath: instancePath + "/walletId", schemaPath: "#/properties/walletId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
      }
    }
    if (data.tokenRequestorId !== void 0) {
      let data4 = data.tokenRequestorId;
      if (typeof data4 != "string" && data4 !== null) {
        let err14 = { instancePath: instancePath + "/tokenRequestorId", schemaPath: "#/properties/tokenRequestorId/type", keyword: "type", params: { type: schema58.properties.tokenRequestorId.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
      if (typeof data4 == "string") {
        if (func1(data4) > 16) {
          let err15 = { instancePath: instancePath + "/tokenRequestorId", schemaPath: "#/properties/tokenRequestorId/maxLength", keyword: "maxLength", params: { limit: 16 }, message: "must NOT have more than 16 characters" };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
        if (func1(data4) < 1) {
          let err16 = { instancePath: instancePath + "/tokenRequestorId", schemaPath: "#/properties/tokenRequestorId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
        }
      }
    }
    if (data.consumerFacingEntityName !== void 0) {
      let data5 = data.consumerFacingEntityName;
      if (typeof data5 != "string" && data5 !== null) {
        let err17 = { instancePath: instancePath + "/consumerFacingEntityName", schemaPath: "#/properties/consumerFacingEntityName/type", keyword: "type", params: { type: schema58.properties.consumerFacingEntityName.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
      if (typeof data5 == "string") {
        if (func1(data5) > 128) {
          let err18 = { instancePath: instancePath + "/consumerFacingEntityName", schemaPath: "#/properties/consumerFacingEntityName/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
          vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
        }
        if (func1(data5) < 1) {
          let err19 = { instancePath: instancePath + "/consumerFacingEntityName", schemaPath: "#/properties/consumerFacingEntityName/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
        }
      }
    }
    if (data.paymentAppInstanceId !== void 0) {
      let data6 = data.paymentAppInstanceId;
      if (typeof data6 != "string" && data6 !== null) {
        let err20 = { instancePath: instancePath + "/paymentAppInstanceId", schemaPath: "#/properties/paymentAppInstanceId/type", keyword: "type", params: { type: schema58.properties.paymentAppInstanceId.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
      if (typeof data6 == "string") {
        if (func1(data6) > 64) {
          let err21 = { instancePath: instancePath + "/paymentAppInstanceId", schemaPath: "#/properties/paymentAppInstanceId/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
        }
        if (func1(data6) < 1) {
          let err22 = { instancePath: instancePath + "/paymentAppInstanceId", schemaPath: "#/properties/paymentAppInstanceId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
        }
      }
    }
    if (data.accountSource !== void 0) {
      let data7 = data.accountSource;
      if (typeof data7 != "string" && data7 !== null) {
        let err23 = { instancePath: instancePath + "/accountSource", schemaPath: "AccountSource/type", keyword: "type", params: { type: schema48.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
      }
      if (!(data7 === "ACCOUNT_ON_FILE" || data7 === "ACCOUNT_ADDED_MANUALLY" || data7 === "ACCOUNT_ADDED_VIA_APPLICATION" || data7 === "EXISTING_TOKEN_CREDENTIAL" || data7 === "ACCOUNT_ADDED_VIA_BROWSER" || data7 === "ACCOUNT_ADDED_VIA_CHIP_DATA" || data7 === null)) {
        let err24 = { instancePath: instancePath + "/accountSource", schemaPath: "AccountSource/enum", keyword: "enum", params: { allowedValues: schema48.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
      if (typeof data7 == "string" && func1(data7) < 1) {
        let err25 = { instancePath: instancePath + "/accountSource", schemaPath: "AccountSource/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
    }
    if (data.accountHolder !== void 0) {
      let data8 = data.accountHolder;
      if (!(data8 && typeof data8 == "object" && !Array.isArray(data8)) && data8 !== null) {
        let err26 = { instancePath: instancePath + "/accountHolder", schemaPath: "AccountHolder/type", keyword: "type", params: { type: schema60.type }, message: "must be object,null" };
        vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
      }
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (data8.accountHolderName !== void 0 && typeof data8.accountHolderName != "string") {
          let err27 = { instancePath: instancePath + "/accountHolder/accountHolderName", schemaPath: "AccountHolder/properties/accountHolderName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
        }
        if (data8.accountHolderEmailAddress !== void 0 && typeof data8.accountHolderEmailAddress != "string") {
          let err28 = { instancePath: instancePath + "/accountHolder/accountHolderEmailAddress", schemaPath: "AccountHolder/properties/accountHolderEmailAddress/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
        }
      }
    }
    if (data.accountIdHash !== void 0) {
      let data11 = data.accountIdHash;
      if (typeof data11 != "string" && data11 !== null) {
        let err29 = { instancePath: instancePath + "/accountIdHash", schemaPath: "#/properties/accountIdHash/type", keyword: "type", params: { type: schema58.properties.accountIdHash.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
      }
      if (typeof data11 == "string") {
        if (func1(data11) > 64) {
          let err30 = { instancePath: instancePath + "/accountIdHash", schemaPath: "#/properties/accountIdHash/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
        }
        if (func1(data11) < 1) {
          let err31 = { instancePath: instancePath + "/accountIdHash", schemaPath: "#/properties/accountIdHash/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
        }
      }
    }
    if (data.mobileNumberSuffix !== void 0) {
      let data12 = data.mobileNumberSuffix;
      if (typeof data12 != "string" && data12 !== null) {
        let err32 = { instancePath: instancePath + "/mobileNumberSuffix", schemaPath: "#/properties/mobileNumberSuffix/type", keyword: "type", params: { type: schema58.properties.mobileNumberSuffix.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
      }
      if (typeof data12 == "string") {
        if (func1(data12) > 32) {
          let err33 = { instancePath: instancePath + "/mobileNumberSuffix", schemaPath: "#/properties/mobileNumberSuffix/maxLength", keyword: "maxLength", params: { limit: 32 }, message: "must NOT have more than 32 characters" };
          vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
        }
        if (func1(data12) < 1) {
          let err34 = { instancePath: instancePath + "/mobileNumberSuffix", schemaPath: "#/properties/mobileNumberSuffix/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
        }
      }
    }
    if (data.walletProviderDecisioningInfo !== void 0) {
      let data13 = data.walletProviderDecisioningInfo;
      if (!(data13 && typeof data13 == "object" && !Array.isArray(data13)) && data13 !== null) {
        let err35 = { instancePath: instancePath + "/walletProviderDecisioningInfo", schemaPath: "WalletProviderDecisioningInfo/type", keyword: "type", params: { type: schema61.type }, message: "must be object,null" };
        vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
      }
      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
        if (data13.recommendedDecision !== void 0 && typeof data13.recommendedDecision != "string") {
          let err36 = { instancePath: instancePath + "/walletProviderDecisioningInfo/recommendedDecision", schemaPath: "WalletProviderDecisioningInfo/properties/recommendedDecision/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
        }
        if (data13.recommendationReasons !== void 0) {
          let data15 = data13.recommendationReasons;
          if (Array.isArray(data15)) {
            let len0 = data15.length;
            for (let i0 = 0; i0 < len0; i0++)
              if (typeof data15[i0] != "string") {
                let err37 = { instancePath: instancePath + "/walletProviderDecisioningInfo/recommendationReasons/" + i0, schemaPath: "WalletProviderDecisioningInfo/properties/recommendationReasons/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
              }
          } else {
            let err38 = { instancePath: instancePath + "/walletProviderDecisioningInfo/recommendationReasons", schemaPath: "WalletProviderDecisioningInfo/properties/recommendationReasons/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
          }
        }
        if (data13.deviceScore !== void 0 && typeof data13.deviceScore != "string") {
          let err39 = { instancePath: instancePath + "/walletProviderDecisioningInfo/deviceScore", schemaPath: "WalletProviderDecisioningInfo/properties/deviceScore/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
        }
        if (data13.accountScore !== void 0 && typeof data13.accountScore != "string") {
          let err40 = { instancePath: instancePath + "/walletProviderDecisioningInfo/accountScore", schemaPath: "WalletProviderDecisioningInfo/properties/accountScore/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
        }
      }
    }
    if (data.deviceInfo !== void 0) {
      let data19 = data.deviceInfo;
      if (!(data19 && typeof data19 == "object" && !Array.isArray(data19)) && data19 !== null) {
        let err41 = { instancePath: instancePath + "/deviceInfo", schemaPath: "DeviceInfo/type", keyword: "type", params: { type: schema62.type }, message: "must be object,null" };
        vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
      }
      if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
        if (data19.deviceName !== void 0 && typeof data19.deviceName != "string") {
          let err42 = { instancePath: instancePath + "/deviceInfo/deviceName", schemaPath: "DeviceInfo/properties/deviceName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
        }
        if (data19.formFactor !== void 0 && typeof data19.formFactor != "string") {
          let err43 = { instancePath: instancePath + "/deviceInfo/formFactor", schemaPath: "DeviceInfo/properties/formFactor/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
        }
        if (data19.osName !== void 0 && typeof data19.osName != "string") {
          let err44 = { instancePath: instancePath + "/deviceInfo/osName", schemaPath: "DeviceInfo/properties/osName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
        }
        if (data19.osVersion !== void 0 && typeof data19.osVersion != "string") {
          let err45 = { instancePath: instancePath + "/deviceInfo/osVersion", schemaPath: "DeviceInfo/properties/osVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
        }
        if (data19.storageTechnology !== void 0 && typeof data19.storageTechnology != "string") {
          let err46 = { instancePath: instancePath + "/deviceInfo/storageTechnology", schemaPath: "DeviceInfo/properties/storageTechnology/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
        }
      }
    }
    if (data.associatedToken !== void 0) {
      let data25 = data.associatedToken;
      if (!(data25 && typeof data25 == "object" && !Array.isArray(data25)) && data25 !== null) {
        let err47 = { instancePath: instancePath + "/associatedToken", schemaPath: "AssociatedToken/type", keyword: "type", params: { type: schema63.type }, message: "must be object,null" };
        vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
      }
      if (data25 && typeof data25 == "object" && !Array.isArray(data25) && data25.tokenReferenceId !== void 0 && typeof data25.tokenReferenceId != "string") {
        let err48 = { instancePath: instancePath + "/associatedToken/tokenReferenceId", schemaPath: "AssociatedToken/properties/tokenReferenceId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
      }
    }
    if (data.aplusDecisioningInfo !== void 0) {
      let data27 = data.aplusDecisioningInfo;
      if (!(data27 && typeof data27 == "object" && !Array.isArray(data27)) && data27 !== null) {
        let err49 = { instancePath: instancePath + "/aplusDecisioningInfo", schemaPath: "AplusDecisioningInfo/type", keyword: "type", params: { type: schema64.type }, message: "must be object,null" };
        vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
      }
      if (data27 && typeof data27 == "object" && !Array.isArray(data27) && data27.recommendedDecision !== void 0 && typeof data27.recommendedDecision != "string") {
        let err50 = { instancePath: instancePath + "/aplusDecisioningInfo/recommendedDecision", schemaPath: "AplusDecisioningInfo/properties/recommendedDecision/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
      }
    }
  } else {
    let err51 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
  }
  return validate32.errors = vErrors, errors === 0;
}
validate32.evaluated = { props: { tokenReferenceId: !0, customerId: !0, tokenType: !0, walletId: !0, tokenRequestorId: !0, consumerFacingEntityName: !0, paymentAppInstanceId: !0, accountSource: !0, accountHolder: !0, accountIdHash: !0, mobileNumberSuffix: !0, walletProviderDecisioningInfo: !0, deviceInfo: !0, associatedToken: !0, aplusDecisioningInfo: !0 }, dynamicProps: !1, dynamicItems: !1 };
var TokenDigitizeDecisionResponse = validate33, schema65 = { $id: "TokenDigitizeDecisionResponse", type: "object", required: ["result"], properties: { result: { $ref: "TokenDigitizeDecisionResult" }, activationMethods: { type: ["array", "null"], items: { $ref: "ActivationMethod" } }, decision: { type: ["string", "null"], enum: ["APPROVED", "REQUIRE_ADDITIONAL_AUTHENTICATION", "DECLINED", null] } }, allOf: [{ if: { type: "object", required: ["result"], properties: { result: { type: "object", required: ["resultCode"], properties: { resultCode: { const: "SUCCESS" } } } } }, then: { type: "object", required: ["decision"], properties: { decision: { type: "string" } } } }, { if: { type: "object", required: ["decision"], properties: { decision: { const: "REQUIRE_ADDITIONAL_AUTHENTICATION" } } }, then: { type: "object", required: ["activationMethods"], properties: { activationMethods: { type: "array", minItems: 1 } } } }] };
var schema66 = { $id: "TokenDigitizeDecisionResult", allOf: [{ $ref: "Result" }, { oneOf: [{ $ref: "Succeeded" }, { $ref: "FailedAsAnyApi" }, { type: "object", required: ["resultCode", "resultStatus"], properties: { resultCode: { enum: ["USER_NO_ACTIVATE_METHOD", "USER_NOT_EXIST", "USER_STATUS_ABNORMAL"] }, resultStatus: { const: "F" } } }, { $ref: "Unknown" }] }] };
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate34.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resultCode === void 0) {
      let err0 = { instancePath, schemaPath: "Result/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.resultStatus === void 0) {
      let err1 = { instancePath, schemaPath: "Result/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.resultCode !== void 0) {
      let data0 = data.resultCode;
      if (typeof data0 == "string") {
        if (func1(data0) > 64) {
          let err2 = { instancePath: instancePath + "/resultCode", schemaPath: "Result/properties/resultCode/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (func1(data0) < 1) {
          let err3 = { instancePath: instancePath + "/resultCode", schemaPath: "Result/properties/resultCode/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/resultCode", schemaPath: "Result/properties/resultCode/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.resultStatus !== void 0) {
      let data1 = data.resultStatus;
      if (typeof data1 != "string") {
        let err5 = { instancePath: instancePath + "/resultStatus", schemaPath: "Result/properties/resultStatus/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data1 === "S" || data1 === "F" || data1 === "U")) {
        let err6 = { instancePath: instancePath + "/resultStatus", schemaPath: "Result/properties/resultStatus/enum", keyword: "enum", params: { allowedValues: schema34.properties.resultStatus.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.resultMessage !== void 0) {
      let data2 = data.resultMessage;
      if (typeof data2 != "string" && data2 !== null) {
        let err7 = { instancePath: instancePath + "/resultMessage", schemaPath: "Result/properties/resultMessage/type", keyword: "type", params: { type: schema34.properties.resultMessage.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data2 == "string") {
        if (func1(data2) > 256) {
          let err8 = { instancePath: instancePath + "/resultMessage", schemaPath: "Result/properties/resultMessage/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (func1(data2) < 1) {
          let err9 = { instancePath: instancePath + "/resultMessage", schemaPath: "Result/properties/resultMessage/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      }
    }
  } else {
    let err10 = { instancePath, schemaPath: "Result/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  let _errs10 = errors, valid3 = !1, passing0 = null, _errs11 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resultCode === void 0) {
      let err11 = { instancePath, schemaPath: "Succeeded/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.resultStatus === void 0) {
      let err12 = { instancePath, schemaPath: "Succeeded/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
    if (data.resultCode !== void 0 && data.resultCode !== "SUCCESS") {
      let err13 = { instancePath: instancePath + "/resultCode", schemaPath: "Succeeded/properties/resultCode/const", keyword: "const", params: { allowedValue: "SUCCESS" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
    }
    if (data.resultStatus !== void 0 && data.resultStatus !== "S") {
      let err14 = { instancePath: instancePath + "/resultStatus", schemaPath: "Succeeded/properties/resultStatus/const", keyword: "const", params: { allowedValue: "S" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
  } else {
    let err15 = { instancePath, schemaPath: "Succeeded/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
  }
  var _valid0 = _errs11 === errors;
  if (_valid0) {
    valid3 = !0, passing0 = 0;
    var props0 = {};
    props0.resultCode = !0, props0.resultStatus = !0;
  }
  let _errs16 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resultCode === void 0) {
      let err16 = { instancePath, schemaPath: "FailedAsAnyApi/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
    }
    if (data.resultStatus === void 0) {
      let err17 = { instancePath, schemaPath: "FailedAsAnyApi/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
    }
    if (data.resultCode !== void 0) {
      let data5 = data.resultCode;
      if (!(data5 === "ACCESS_DENIED" || data5 === "INVALID_CLIENT" || data5 === "INVALID_SIGNATURE" || data5 === "KEY_NOT_FOUND" || data5 === "MEDIA_TYPE_NOT_ACCEPTABLE" || data5 === "METHOD_NOT_SUPPORTED" || data5 === "NO_INTERFACE_DEF" || data5 === "PARAM_ILLEGAL" || data5 === "PROCESS_FAIL")) {
        let err18 = { instancePath: instancePath + "/resultCode", schemaPath: "FailedAsAnyApi/properties/resultCode/enum", keyword: "enum", params: { allowedValues: schema36.properties.resultCode.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.resultStatus !== void 0 && data.resultStatus !== "F") {
      let err19 = { instancePath: instancePath + "/resultStatus", schemaPath: "FailedAsAnyApi/properties/resultStatus/const", keyword: "const", params: { allowedValue: "F" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
    }
  } else {
    let err20 = { instancePath, schemaPath: "FailedAsAnyApi/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
  }
  var _valid0 = _errs16 === errors;
  if (_valid0 && valid3)
    valid3 = !1, passing0 = [passing0, 1];
  else {
    _valid0 && (valid3 = !0, passing0 = 1, props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0));
    let _errs21 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.resultCode === void 0) {
        let err21 = { instancePath, schemaPath: "#/allOf/1/oneOf/2/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
      if (data.resultStatus === void 0) {
        let err22 = { instancePath, schemaPath: "#/allOf/1/oneOf/2/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
      if (data.resultCode !== void 0) {
        let data7 = data.resultCode;
        if (!(data7 === "USER_NO_ACTIVATE_METHOD" || data7 === "USER_NOT_EXIST" || data7 === "USER_STATUS_ABNORMAL")) {
          let err23 = { instancePath: instancePath + "/resultCode", schemaPath: "#/allOf/1/oneOf/2/properties/resultCode/enum", keyword: "enum", params: { allowedValues: schema66.allOf[1].oneOf[2].properties.resultCode.enum }, message: "must be equal to one of the allowed values" };
          vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
        }
      }
      if (data.resultStatus !== void 0 && data.resultStatus !== "F") {
        let err24 = { instancePath: instancePath + "/resultStatus", schemaPath: "#/allOf/1/oneOf/2/properties/resultStatus/const", keyword: "const", params: { allowedValue: "F" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    } else {
      let err25 = { instancePath, schemaPath: "#/allOf/1/oneOf/2/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
    }
    var _valid0 = _errs21 === errors;
    if (_valid0 && valid3)
      valid3 = !1, passing0 = [passing0, 2];
    else {
      _valid0 && (valid3 = !0, passing0 = 2, props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0));
      let _errs25 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.resultCode === void 0) {
          let err26 = { instancePath, schemaPath: "Unknown/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
          vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
        }
        if (data.resultStatus === void 0) {
          let err27 = { instancePath, schemaPath: "Unknown/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
          vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
        }
        if (data.resultCode !== void 0) {
          let data9 = data.resultCode;
          if (!(data9 === "REQUEST_TRAFFIC_EXCEED_LIMIT" || data9 === "UNKNOWN_EXCEPTION")) {
            let err28 = { instancePath: instancePath + "/resultCode", schemaPath: "Unknown/properties/resultCode/enum", keyword: "enum", params: { allowedValues: schema37.properties.resultCode.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
          }
        }
        if (data.resultStatus !== void 0 && data.resultStatus !== "U") {
          let err29 = { instancePath: instancePath + "/resultStatus", schemaPath: "Unknown/properties/resultStatus/const", keyword: "const", params: { allowedValue: "U" }, message: "must be equal to constant" };
          vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
        }
      } else {
        let err30 = { instancePath, schemaPath: "Unknown/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
      }
      var _valid0 = _errs25 === errors;
      _valid0 && valid3 ? (valid3 = !1, passing0 = [passing0, 3]) : _valid0 && (valid3 = !0, passing0 = 3, props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0));
    }
  }
  if (valid3)
    errors = _errs10, vErrors !== null && (_errs10 ? vErrors.length = _errs10 : vErrors = null);
  else {
    let err31 = { instancePath, schemaPath: "#/allOf/1/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
    vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
  }
  return props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0, props0.resultMessage = !0), validate34.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate34.evaluated = { dynamicProps: !0, dynamicItems: !1 };
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate33.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs2 = errors, valid1 = !0, _errs3 = errors;
  if (errors === _errs3)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.result === void 0 && (missing0 = "result")) {
        let err0 = {};
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      } else if (data.result !== void 0) {
        let data0 = data.result;
        if (errors === errors)
          if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
            let missing1;
            if (data0.resultCode === void 0 && (missing1 = "resultCode")) {
              let err1 = {};
              vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
            } else if (data0.resultCode !== void 0 && data0.resultCode !== "SUCCESS") {
              let err2 = {};
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
          } else {
            let err3 = {};
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
      }
    } else {
      let err4 = {};
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
  var _valid0 = _errs3 === errors;
  if (errors = _errs2, vErrors !== null && (_errs2 ? vErrors.length = _errs2 : vErrors = null), _valid0) {
    let _errs8 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.decision === void 0) {
        let err5 = { instancePath, schemaPath: "#/allOf/0/then/required", keyword: "required", params: { missingProperty: "decision" }, message: "must have required property 'decision'" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (data.decision !== void 0 && typeof data.decision != "string") {
        let err6 = { instancePath: instancePath + "/decision", schemaPath: "#/allOf/0/then/properties/decision/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    } else {
      let err7 = { instancePath, schemaPath: "#/allOf/0/then/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    var _valid0 = _errs8 === errors;
    if (valid1 = _valid0, valid1) {
      var props0 = {};
      props0.decision = !0, props0.result = !0;
    }
  }
  if (!valid1) {
    let err8 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  let _errs13 = errors, valid5 = !0, _errs14 = errors;
  if (errors === _errs14)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing2;
      if (data.decision === void 0 && (missing2 = "decision")) {
        let err9 = {};
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      } else if (data.decision !== void 0 && data.decision !== "REQUIRE_ADDITIONAL_AUTHENTICATION") {
        let err10 = {};
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    } else {
      let err11 = {};
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
  var _valid1 = _errs14 === errors;
  if (errors = _errs13, vErrors !== null && (_errs13 ? vErrors.length = _errs13 : vErrors = null), _valid1) {
    let _errs17 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.activationMethods === void 0) {
        let err12 = { instancePath, schemaPath: "#/allOf/1/then/required", keyword: "required", params: { missingProperty: "activationMethods" }, message: "must have required property 'activationMethods'" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
      if (data.activationMethods !== void 0) {
        let data4 = data.activationMethods;
        if (Array.isArray(data4)) {
          if (data4.length < 1) {
            let err13 = { instancePath: instancePath + "/activationMethods", schemaPath: "#/allOf/1/then/properties/activationMethods/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
        } else {
          let err14 = { instancePath: instancePath + "/activationMethods", schemaPath: "#/allOf/1/then/properties/activationMethods/type", keyword: "type", params: { type: "array" }, message: "must be array" };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
      }
    } else {
      let err15 = { instancePath, schemaPath: "#/allOf/1/then/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
    var _valid1 = _errs17 === errors;
    if (valid5 = _valid1, valid5) {
      var props1 = {};
      props1.activationMethods = !0, props1.decision = !0;
    }
  }
  if (!valid5) {
    let err16 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
  }
  if (props0 !== !0 && props1 !== void 0 && (props1 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props1))), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.result === void 0) {
      let err17 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "result" }, message: "must have required property 'result'" };
      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
    }
    if (props0 !== !0 && (props0 = props0 || {}, props0.result = !0, props0.activationMethods = !0, props0.decision = !0), data.result !== void 0 && (validate34(data.result, { instancePath: instancePath + "/result", parentData: data, parentDataProperty: "result", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors), errors = vErrors.length)), data.activationMethods !== void 0) {
      let data6 = data.activationMethods;
      if (!Array.isArray(data6) && data6 !== null) {
        let err18 = { instancePath: instancePath + "/activationMethods", schemaPath: "#/properties/activationMethods/type", keyword: "type", params: { type: schema65.properties.activationMethods.type }, message: "must be array,null" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
      if (Array.isArray(data6)) {
        let len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data7 = data6[i0];
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            if (data7.type !== void 0 && typeof data7.type != "string") {
              let err19 = { instancePath: instancePath + "/activationMethods/" + i0 + "/type", schemaPath: "ActivationMethod/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
            }
            if (data7.value !== void 0 && typeof data7.value != "string") {
              let err20 = { instancePath: instancePath + "/activationMethods/" + i0 + "/value", schemaPath: "ActivationMethod/properties/value/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
            }
          } else {
            let err21 = { instancePath: instancePath + "/activationMethods/" + i0, schemaPath: "ActivationMethod/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
        }
      }
    }
    if (data.decision !== void 0) {
      let data10 = data.decision;
      if (typeof data10 != "string" && data10 !== null) {
        let err22 = { instancePath: instancePath + "/decision", schemaPath: "#/properties/decision/type", keyword: "type", params: { type: schema65.properties.decision.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
      if (!(data10 === "APPROVED" || data10 === "REQUIRE_ADDITIONAL_AUTHENTICATION" || data10 === "DECLINED" || data10 === null)) {
        let err23 = { instancePath: instancePath + "/decision", schemaPath: "#/properties/decision/enum", keyword: "enum", params: { allowedValues: schema65.properties.decision.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
      }
    }
  } else {
    let err24 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
  }
  return validate33.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate33.evaluated = { dynamicProps: !0, dynamicItems: !1 };
var GetPaymentCodeRequest = validate36, schema72 = { $id: "GetPaymentCodeRequest", type: "object", required: ["customerId", "env"], properties: { region: { type: ["string", "null"], minLength: 2, maxLength: 2, pattern: "^[A-Z]{2}$" }, customerId: { type: "string", minLength: 1, maxLength: 64 }, codeQuantity: { type: ["string", "null"], minLength: 1, maxLength: 2, pattern: "^([1-9]|10)$" }, env: { $ref: "Env" } } };
var pattern7 = new RegExp("^[A-Z]{2}$", "u"), pattern8 = new RegExp("^([1-9]|10)$", "u");
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate36.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.customerId === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "customerId" }, message: "must have required property 'customerId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.env === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "env" }, message: "must have required property 'env'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.region !== void 0) {
      let data0 = data.region;
      if (typeof data0 != "string" && data0 !== null) {
        let err2 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/type", keyword: "type", params: { type: schema72.properties.region.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (typeof data0 == "string") {
        if (func1(data0) > 2) {
          let err3 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/maxLength", keyword: "maxLength", params: { limit: 2 }, message: "must NOT have more than 2 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        if (func1(data0) < 2) {
          let err4 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/minLength", keyword: "minLength", params: { limit: 2 }, message: "must NOT have fewer than 2 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (!pattern7.test(data0)) {
          let err5 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{2}$" }, message: 'must match pattern "^[A-Z]{2}$"' };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      }
    }
    if (data.customerId !== void 0) {
      let data1 = data.customerId;
      if (typeof data1 == "string") {
        if (func1(data1) > 64) {
          let err6 = { instancePath: instancePath + "/customerId", schemaPath: "#/properties/customerId/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        if (func1(data1) < 1) {
          let err7 = { instancePath: instancePath + "/customerId", schemaPath: "#/properties/customerId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
      } else {
        let err8 = { instancePath: instancePath + "/customerId", schemaPath: "#/properties/customerId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.codeQuantity !== void 0) {
      let data2 = data.codeQuantity;
      if (typeof data2 != "string" && data2 !== null) {
        let err9 = { instancePath: instancePath + "/codeQuantity", schemaPath: "#/properties/codeQuantity/type", keyword: "type", params: { type: schema72.properties.codeQuantity.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
      if (typeof data2 == "string") {
        if (func1(data2) > 2) {
          let err10 = { instancePath: instancePath + "/codeQuantity", schemaPath: "#/properties/codeQuantity/maxLength", keyword: "maxLength", params: { limit: 2 }, message: "must NOT have more than 2 characters" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        if (func1(data2) < 1) {
          let err11 = { instancePath: instancePath + "/codeQuantity", schemaPath: "#/properties/codeQuantity/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        if (!pattern8.test(data2)) {
          let err12 = { instancePath: instancePath + "/codeQuantity", schemaPath: "#/properties/codeQuantity/pattern", keyword: "pattern", params: { pattern: "^([1-9]|10)$" }, message: 'must match pattern "^([1-9]|10)$"' };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      }
    }
    if (data.env !== void 0) {
      let data3 = data.env;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.terminalType !== void 0 && typeof data3.terminalType != "string") {
          let err13 = { instancePath: instancePath + "/env/terminalType", schemaPath: "Env/properties/terminalType/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
        if (data3.osType !== void 0 && typeof data3.osType != "string") {
          let err14 = { instancePath: instancePath + "/env/osType", schemaPath: "Env/properties/osType/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
        if (data3.deviceTokenId !== void 0 && typeof data3.deviceTokenId != "string") {
          let err15 = { instancePath: instancePath + "/env/deviceTokenId", schemaPath: "Env/properties/deviceTokenId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
        if (data3.clientIp !== void 0 && typeof data3.clientIp != "string") {
          let err16 = { instancePath: instancePath + "/env/clientIp", schemaPath: "Env/properties/clientIp/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
        }
      } else {
        let err17 = { instancePath: instancePath + "/env", schemaPath: "Env/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
  } else {
    let err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
  }
  return validate36.errors = vErrors, errors === 0;
}
validate36.evaluated = { props: { region: !0, customerId: !0, codeQuantity: !0, env: !0 }, dynamicProps: !1, dynamicItems: !1 };
var GetPaymentCodeResponse = validate37, schema74 = { $id: "GetPaymentCodeResponse", type: "object", required: ["result"], properties: { result: { $ref: "GetPaymentCodeResult" }, paymentCodeInfoList: { type: ["array", "null"], items: { $ref: "PaymentCodeInfo" } } }, if: { type: "object", required: ["result"], properties: { result: { type: "object", required: ["resultStatus"], properties: { resultStatus: { const: "S" } } } } }, then: { type: "object", required: ["paymentCodeInfoList"], properties: { paymentCodeInfoList: { type: "array", minItems: 1, maxItems: 10 } } } };
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate38.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resultCode === void 0) {
      let err0 = { instancePath, schemaPath: "Result/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.resultStatus === void 0) {
      let err1 = { instancePath, schemaPath: "Result/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.resultCode !== void 0) {
      let data0 = data.resultCode;
      if (typeof data0 == "string") {
        if (func1(data0) > 64) {
          let err2 = { instancePath: instancePath + "/resultCode", schemaPath: "Result/properties/resultCode/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (func1(data0) < 1) {
          let err3 = { instancePath: instancePath + "/resultCode", schemaPath: "Result/properties/resultCode/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/resultCode", schemaPath: "Result/properties/resultCode/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.resultStatus !== void 0) {
      let data1 = data.resultStatus;
      if (typeof data1 != "string") {
        let err5 = { instancePath: instancePath + "/resultStatus", schemaPath: "Result/properties/resultStatus/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data1 === "S" || data1 === "F" || data1 === "U")) {
        let err6 = { instancePath: instancePath + "/resultStatus", schemaPath: "Result/properties/resultStatus/enum", keyword: "enum", params: { allowedValues: schema34.properties.resultStatus.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.resultMessage !== void 0) {
      let data2 = data.resultMessage;
      if (typeof data2 != "string" && data2 !== null) {
        let err7 = { instancePath: instancePath + "/resultMessage", schemaPath: "Result/properties/resultMessage/type", keyword: "type", params: { type: schema34.properties.resultMessage.type }, message: "must be string,null" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data2 == "string") {
        if (func1(data2) > 256) {
          let err8 = { instancePath: instancePath + "/resultMessage", schemaPath: "Result/properties/resultMessage/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (func1(data2) < 1) {
          let err9 = { instancePath: instancePath + "/resultMessage", schemaPath: "Result/properties/resultMessage/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      }
    }
  } else {
    let err10 = { instancePath, schemaPath: "Result/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  let _errs10 = errors, valid3 = !1, passing0 = null, _errs11 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resultCode === void 0) {
      let err11 = { instancePath, schemaPath: "Succeeded/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.resultStatus === void 0) {
      let err12 = { instancePath, schemaPath: "Succeeded/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
    if (data.resultCode !== void 0 && data.resultCode !== "SUCCESS") {
      let err13 = { instancePath: instancePath + "/resultCode", schemaPath: "Succeeded/properties/resultCode/const", keyword: "const", params: { allowedValue: "SUCCESS" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
    }
    if (data.resultStatus !== void 0 && data.resultStatus !== "S") {
      let err14 = { instancePath: instancePath + "/resultStatus", schemaPath: "Succeeded/properties/resultStatus/const", keyword: "const", params: { allowedValue: "S" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
  } else {
    let err15 = { instancePath, schemaPath: "Succeeded/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
  }
  var _valid0 = _errs11 === errors;
  if (_valid0) {
    valid3 = !0, passing0 = 0;
    var props0 = {};
    props0.resultCode = !0, props0.resultStatus = !0;
  }
  let _errs16 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resultCode === void 0) {
      let err16 = { instancePath, schemaPath: "FailedAsAnyApi/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
    }
    if (data.resultStatus === void 0) {
      let err17 = { instancePath, schemaPath: "FailedAsAnyApi/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
    }
    if (data.resultCode !== void 0) {
      let data5 = data.resultCode;
      if (!(data5 === "ACCESS_DENIED" || data5 === "INVALID_CLIENT" || data5 === "INVALID_SIGNATURE" || data5 === "KEY_NOT_FOUND" || data5 === "MEDIA_TYPE_NOT_ACCEPTABLE" || data5 === "METHOD_NOT_SUPPORTED" || data5 === "NO_INTERFACE_DEF" || data5 === "PARAM_ILLEGAL" || data5 === "PROCESS_FAIL")) {
        let err18 = { instancePath: instancePath + "/resultCode", schemaPath: "FailedAsAnyApi/properties/resultCode/enum", keyword: "enum", params: { allowedValues: schema36.properties.resultCode.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.resultStatus !== void 0 && data.resultStatus !== "F") {
      let err19 = { instancePath: instancePath + "/resultStatus", schemaPath: "FailedAsAnyApi/properties/resultStatus/const", keyword: "const", params: { allowedValue: "F" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
    }
  } else {
    let err20 = { instancePath, schemaPath: "FailedAsAnyApi/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
  }
  var _valid0 = _errs16 === errors;
  if (_valid0 && valid3)
    valid3 = !1, passing0 = [passing0, 1];
  else {
    _valid0 && (valid3 = !0, passing0 = 1, props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0));
    let _errs21 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.resultCode === void 0) {
        let err21 = { instancePath, schemaPath: "Unknown/required", keyword: "required", params: { missingProperty: "resultCode" }, message: "must have required property 'resultCode'" };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
      if (data.resultStatus === void 0) {
        let err22 = { instancePath, schemaPath: "Unknown/required", keyword: "required", params: { missingProperty: "resultStatus" }, message: "must have required property 'resultStatus'" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
      if (data.resultCode !== void 0) {
        let data7 = data.resultCode;
        if (!(data7 === "REQUEST_TRAFFIC_EXCEED_LIMIT" || data7 === "UNKNOWN_EXCEPTION")) {
          let err23 = { instancePath: instancePath + "/resultCode", schemaPath: "Unknown/properties/resultCode/enum", keyword: "enum", params: { allowedValues: schema37.properties.resultCode.enum }, message: "must be equal to one of the allowed values" };
          vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
        }
      }
      if (data.resultStatus !== void 0 && data.resultStatus !== "U") {
        let err24 = { instancePath: instancePath + "/resultStatus", schemaPath: "Unknown/properties/resultStatus/const", keyword: "const", params: { allowedValue: "U" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    } else {
      let err25 = { instancePath, schemaPath: "Unknown/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
    }
    var _valid0 = _errs21 === errors;
    _valid0 && valid3 ? (valid3 = !1, passing0 = [passing0, 2]) : _valid0 && (valid3 = !0, passing0 = 2, props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0));
  }
  if (valid3)
    errors = _errs10, vErrors !== null && (_errs10 ? vErrors.length = _errs10 : vErrors = null);
  else {
    let err26 = { instancePath, schemaPath: "#/allOf/1/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
    vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
  }
  return props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0, props0.resultMessage = !0), validate38.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate38.evaluated = { dynamicProps: !0, dynamicItems: !1 };
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate37.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs1 = errors, valid0 = !0, _errs2 = errors;
  if (errors === _errs2)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.result === void 0 && (missing0 = "result")) {
        let err0 = {};
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      } else if (data.result !== void 0) {
        let data0 = data.result;
        if (errors === errors)
          if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
            let missing1;
            if (data0.resultStatus === void 0 && (missing1 = "resultStatus")) {
              let err1 = {};
              vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
            } else if (data0.resultStatus !== void 0 && data0.resultStatus !== "S") {
              let err2 = {};
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
          } else {
            let err3 = {};
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
      }
    } else {
      let err4 = {};
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
  var _valid0 = _errs2 === errors;
  if (errors = _errs1, vErrors !== null && (_errs1 ? vErrors.length = _errs1 : vErrors = null), _valid0) {
    let _errs7 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.paymentCodeInfoList === void 0) {
        let err5 = { instancePath, schemaPath: "#/then/required", keyword: "required", params: { missingProperty: "paymentCodeInfoList" }, message: "must have required property 'paymentCodeInfoList'" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (data.paymentCodeInfoList !== void 0) {
        let data2 = data.paymentCodeInfoList;
        if (Array.isArray(data2)) {
          if (data2.length > 10) {
            let err6 = { instancePath: instancePath + "/paymentCodeInfoList", schemaPath: "#/then/properties/paymentCodeInfoList/maxItems", keyword: "maxItems", params: { limit: 10 }, message: "must NOT have more than 10 items" };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
          if (data2.length < 1) {
            let err7 = { instancePath: instancePath + "/paymentCodeInfoList", schemaPath: "#/then/properties/paymentCodeInfoList/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        } else {
          let err8 = { instancePath: instancePath + "/paymentCodeInfoList", schemaPath: "#/then/properties/paymentCodeInfoList/type", keyword: "type", params: { type: "array" }, message: "must be array" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      }
    } else {
      let err9 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    var _valid0 = _errs7 === errors;
    if (valid0 = _valid0, valid0) {
      var props0 = {};
      props0.paymentCodeInfoList = !0, props0.result = !0;
    }
  }
  if (!valid0) {
    let err10 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.result === void 0) {
      let err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "result" }, message: "must have required property 'result'" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (props0 !== !0 && (props0 = props0 || {}, props0.result = !0, props0.paymentCodeInfoList = !0), data.result !== void 0 && (validate38(data.result, { instancePath: instancePath + "/result", parentData: data, parentDataProperty: "result", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors), errors = vErrors.length)), data.paymentCodeInfoList !== void 0) {
      let data4 = data.paymentCodeInfoList;
      if (!Array.isArray(data4) && data4 !== null) {
        let err12 = { instancePath: instancePath + "/paymentCodeInfoList", schemaPath: "#/properties/paymentCodeInfoList/type", keyword: "type", params: { type: schema74.properties.paymentCodeInfoList.type }, message: "must be array,null" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
      if (Array.isArray(data4)) {
        let len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data5 = data4[i0];
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            if (data5.paymentCode !== void 0 && typeof data5.paymentCode != "string") {
              let err13 = { instancePath: instancePath + "/paymentCodeInfoList/" + i0 + "/paymentCode", schemaPath: "PaymentCodeInfo/properties/paymentCode/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
            if (data5.codeValidityStartTime !== void 0 && typeof data5.codeValidityStartTime != "string") {
              let err14 = { instancePath: instancePath + "/paymentCodeInfoList/" + i0 + "/codeValidityStartTime", schemaPath: "PaymentCodeInfo/properties/codeValidityStartTime/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
            if (data5.codeExpiryTime !== void 0 && typeof data5.codeExpiryTime != "string") {
              let err15 = { instancePath: instancePath + "/paymentCodeInfoList/" + i0 + "/codeExpiryTime", schemaPath: "PaymentCodeInfo/properties/codeExpiryTime/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
          } else {
            let err16 = { instancePath: instancePath + "/paymentCodeInfoList/" + i0, schemaPath: "PaymentCodeInfo/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
          }
        }
      }
    }
  } else {
    let err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
  }
  return validate37.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate37.evaluated = { dynamicProps: !0, dynamicItems: !1 };
var validateRequest = { sendOTP: SendOTPRequest, sendActivationCode: SendActivationCodeRequest, tokenActivationNotification: TokenActivationNotificationRequest, tokenDigitizeDecision: TokenDigitizeDecisionRequest, getPaymentCode: GetPaymentCodeRequest }, validateResponse = { sendOTP: SendOTPResponse, sendActivationCode: SendActivationCodeResponse, tokenActivationNotification: TokenActivationNotificationResponse, tokenDigitizeDecision: TokenDigitizeDecisionResponse, getPaymentCode: GetPaymentCodeResponse }, isSendOTPRequest = SendOTPRequest, isSendOTPResponse = SendOTPResponse, isSendActivationCodeRequest = SendActivationCodeRequest, isSendActivationCodeResponse = SendActivationCodeResponse, isTokenActivationNotificationRequest = TokenActivationNotificationRequest, isTokenActivationNotificationResponse = TokenActivationNotificationResponse, isTokenDigitizeDecisionRequest = TokenDigitizeDecisionRequest, isTokenDigitizeDecisionResponse = TokenDigitizeDecisionResponse, isGetPaymentCodeRequest = GetPaymentCodeRequest, isGetPaymentCodeResponse = GetPaymentCodeResponse;
export {
  isGetPaymentCodeRequest,
  isGetPaymentCodeResponse,
  isSendActivationCodeRequest,
  isSendActivationCodeResponse,
  isSendOTPRequest,
  isSendOTPResponse,
  isTokenActivationNotificationRequest,
  isTokenActivationNotificationResponse,
  isTokenDigitizeDecisionRequest,
  isTokenDigitizeDecisionResponse,
  validateRequest,
  validateResponse
};
