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
var SendOTPResponse = validate21, schema32 = { $id: "SendOTPResponse", type: "object", required: ["result"], properties: { result: { $ref: "SendOTPResult" }, verifyRequestId: { type: ["string", "null"], minLength: 1, maxLength: 64 } }, if: { type: "object", required: ["result"], properties: { result: { type: "object", required: ["resultStatus"], properties: { resultStatus: { const: "S" } } } } }, then: { type: "object", required: ["verifyRequestId"], properties: { verifyRequestId: { type: "string" } } } }, schema33 = { $id: "SendOTPResult", allOf: [{ $ref: "Result" }, { oneOf: [{ $ref: "Succeeded" }, { $ref: "FailedAsAnyApi" }, { type: "object", properties: { resultCode: { enum: ["EXPIRED_ACCESS_TOKEN", "INVALID_TOKEN", "OTP_SEND_TIMES_EXCEED_LIMIT", "USER_NOT_EXIST", "USER_STATUS_ABNORMAL"] }, resultStatus: { const: "F" } } }, { $ref: "Unknown" }] }] }, schema34 = { $id: "Result", type: "object", required: ["resultCode", "resultStatus"], properties: { resultCode: { type: "string", minLength: 1, maxLength: 64 }, resultStatus: { type: "string", enum: ["S", "F", "U"] }, resultMessage: { type: ["string", "null"], minLength: 1, maxLength: 256 } } };
var schema36 = { $id: "FailedAsAnyApi", type: "object", properties: { resultCode: { enum: ["ACCESS_DENIED", "INVALID_CLIENT", "INVALID_SIGNATURE", "KEY_NOT_FOUND", "MEDIA_TYPE_NOT_ACCEPTABLE", "METHOD_NOT_SUPPORTED", "NO_INTERFACE_DEF", "PARAM_ILLEGAL", "PROCESS_FAIL"] }, resultStatus: { const: "F" } } }, schema37 = { $id: "Unknown", type: "object", properties: { resultCode: { enum: ["REQUEST_TRAFFIC_EXCEED_LIMIT", "UNKNOWN_EXCEPTION"] }, resultStatus: { const: "U" } } };
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
    if (data.resultCode !== void 0 && data.resultCode !== "SUCCESS") {
      let err11 = { instancePath: instancePath + "/resultCode", schemaPath: "Succeeded/properties/resultCode/const", keyword: "const", params: { allowedValue: "SUCCESS" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.resultStatus !== void 0 && data.resultStatus !== "S") {
      let err12 = { instancePath: instancePath + "/resultStatus", schemaPath: "Succeeded/properties/resultStatus/const", keyword: "const", params: { allowedValue: "S" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
  } else {
    let err13 = { instancePath, schemaPath: "Succeeded/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
  }
  var _valid0 = _errs11 === errors;
  if (_valid0) {
    valid3 = !0, passing0 = 0;
    var props0 = {};
    props0.resultCode = !0, props0.resultStatus = !0;
  }
  let _errs16 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.resultCode !== void 0) {
      let data5 = data.resultCode;
      if (!(data5 === "ACCESS_DENIED" || data5 === "INVALID_CLIENT" || data5 === "INVALID_SIGNATURE" || data5 === "KEY_NOT_FOUND" || data5 === "MEDIA_TYPE_NOT_ACCEPTABLE" || data5 === "METHOD_NOT_SUPPORTED" || data5 === "NO_INTERFACE_DEF" || data5 === "PARAM_ILLEGAL" || data5 === "PROCESS_FAIL")) {
        let err14 = { instancePath: instancePath + "/resultCode", schemaPath: "FailedAsAnyApi/properties/resultCode/enum", keyword: "enum", params: { allowedValues: schema36.properties.resultCode.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.resultStatus !== void 0 && data.resultStatus !== "F") {
      let err15 = { instancePath: instancePath + "/resultStatus", schemaPath: "FailedAsAnyApi/properties/resultStatus/const", keyword: "const", params: { allowedValue: "F" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
  } else {
    let err16 = { instancePath, schemaPath: "FailedAsAnyApi/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
  }
  var _valid0 = _errs16 === errors;
  if (_valid0 && valid3)
    valid3 = !1, passing0 = [passing0, 1];
  else {
    _valid0 && (valid3 = !0, passing0 = 1, props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0));
    let _errs21 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.resultCode !== void 0) {
        let data7 = data.resultCode;
        if (!(data7 === "EXPIRED_ACCESS_TOKEN" || data7 === "INVALID_TOKEN" || data7 === "OTP_SEND_TIMES_EXCEED_LIMIT" || data7 === "USER_NOT_EXIST" || data7 === "USER_STATUS_ABNORMAL")) {
          let err17 = { instancePath: instancePath + "/resultCode", schemaPath: "#/allOf/1/oneOf/2/properties/resultCode/enum", keyword: "enum", params: { allowedValues: schema33.allOf[1].oneOf[2].properties.resultCode.enum }, message: "must be equal to one of the allowed values" };
          vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
        }
      }
      if (data.resultStatus !== void 0 && data.resultStatus !== "F") {
        let err18 = { instancePath: instancePath + "/resultStatus", schemaPath: "#/allOf/1/oneOf/2/properties/resultStatus/const", keyword: "const", params: { allowedValue: "F" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    } else {
      let err19 = { instancePath, schemaPath: "#/allOf/1/oneOf/2/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
    }
    var _valid0 = _errs21 === errors;
    if (_valid0 && valid3)
      valid3 = !1, passing0 = [passing0, 2];
    else {
      _valid0 && (valid3 = !0, passing0 = 2, props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0));
      let _errs25 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.resultCode !== void 0) {
          let data9 = data.resultCode;
          if (!(data9 === "REQUEST_TRAFFIC_EXCEED_LIMIT" || data9 === "UNKNOWN_EXCEPTION")) {
            let err20 = { instancePath: instancePath + "/resultCode", schemaPath: "Unknown/properties/resultCode/enum", keyword: "enum", params: { allowedValues: schema37.properties.resultCode.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
          }
        }
        if (data.resultStatus !== void 0 && data.resultStatus !== "U") {
          let err21 = { instancePath: instancePath + "/resultStatus", schemaPath: "Unknown/properties/resultStatus/const", keyword: "const", params: { allowedValue: "U" }, message: "must be equal to constant" };
          vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
        }
      } else {
        let err22 = { instancePath, schemaPath: "Unknown/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
      var _valid0 = _errs25 === errors;
      _valid0 && valid3 ? (valid3 = !1, passing0 = [passing0, 3]) : _valid0 && (valid3 = !0, passing0 = 3, props0 !== !0 && (props0 = props0 || {}, props0.resultCode = !0, props0.resultStatus = !0));
    }
  }
  if (valid3)
    errors = _errs10, vErrors !== null && (_errs10 ? vErrors.length = _errs10 : vErrors = null);
  else {
    let err23 = { instancePath, schemaPath: "#/allOf/1/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
    vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
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
var validateRequest = { sendOTP: SendOTPRequest }, validateResponse = { sendOTP: SendOTPResponse }, isSendOTPRequest = SendOTPRequest, isSendOTPResponse = SendOTPResponse;
export {
  isSendOTPRequest,
  isSendOTPResponse,
  validateRequest,
  validateResponse
};
