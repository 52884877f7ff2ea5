// What a body must be, and what the four operations of the Go wallet do.
package main

import (
	"crypto/rsa"
	"encoding/json"
	"os"
	"regexp"
	"sync"
	"time"
	"unicode/utf8"
)

type customer struct {
	State, Risk   string
	Mobile, Email *string
}

type accessToken struct{ CustomerID, State, Scope string }

type wallet struct {
	ClientID        string
	Customers       map[string]customer
	AccessTokens    map[string]accessToken
	TokenReferences map[string]string

	mutex sync.Mutex
	sent  map[string]int
	own   *rsa.PrivateKey
	ant   *rsa.PublicKey
}

type refusal string

func (code refusal) Error() string { return string(code) }

const illegal = refusal("PARAM_ILLEGAL")

var (
	slip   = os.Getenv("SLIP")
	states = map[string]refusal{
		"FROZEN": "USER_STATUS_ABNORMAL", "LIMIT": "OTP_SEND_TIMES_EXCEED_LIMIT", "BACKEND_DOWN": "UNKNOWN_EXCEPTION",
		"BUSY": "REQUEST_TRAFFIC_EXCEED_LIMIT", "DENIED": "ACCESS_DENIED", "REFUSED": "PROCESS_FAIL",
	}
	sources = []string{"ACCOUNT_ON_FILE", "ACCOUNT_ADDED_MANUALLY", "ACCOUNT_ADDED_VIA_APPLICATION",
		"EXISTING_TOKEN_CREDENTIAL", "ACCOUNT_ADDED_VIA_BROWSER", "ACCOUNT_ADDED_VIA_CHIP_DATA"}
	dateShape = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$`)
)

// --- what a body must be ---

type otpRequest struct {
	AcquirerID, PspID, AccessToken, VerifyType *string
}

type activationRequest struct {
	TokenReferenceID, CustomerID, ExpiryTime *string
	Activation                               map[string]any
}

type notification struct {
	TokenReferenceID, CustomerID, WalletID, TokenRequestorID, SecureElementID *string
	AccountSource, ServiceRequestTime, TokenActivatedTime                     *string
	TokenData                                                                 map[string]any
}

type digitization struct {
	TokenReferenceID, CustomerID, TokenType, WalletID, TokenRequestorID       *string
	ConsumerFacingEntityName, PaymentAppInstanceID, AccountSource             *string
	AccountIDHash, MobileNumberSuffix                                         *string
	AccountHolder, WalletProviderDecisioningInfo, DeviceInfo, AssociatedToken map[string]any
	AplusDecisioningInfo                                                      map[string]any
}

func required(value *string, limit int) error {
	if value == nil || *value == "" {
		return illegal
	}
	return optional(value, limit)
}

func optional(value *string, limit int) error {
	if value == nil {
		return nil
	}
	length := utf8.RuneCountInString(*value)
	if slip == "bytes-for-characters" {
		length = len(*value)
	}
	if length > limit {
		return illegal
	}
	return nil
}

func oneOf(value *string, values ...string) error {
	if value == nil {
		return nil
	}
	for _, each := range values {
		if *value == each {
			return nil
		}
	}
	return illegal
}

func date(value *string) error {
	if value == nil || !dateShape.MatchString(*value) {
		return illegal
	}
	if _, err := time.Parse(time.RFC3339, *value); err != nil {
		return illegal
	}
	return nil
}

func first(errors ...error) error {
	for _, err := range errors {
		if err != nil {
			return err
		}
	}
	return nil
}

// --- the four operations ---

func (w *wallet) customerOf(id string, ignored ...refusal) (customer, error) {
	found, ok := w.Customers[id]
	if !ok {
		return found, refusal("USER_NOT_EXIST")
	}
	code, bad := states[found.State]
	for _, each := range ignored {
		bad = bad && code != each
	}
	if bad {
		return found, code
	}
	return found, nil
}

func (w *wallet) tokenOf(id string) (accessToken, bool) {
	if slip == "first-32-of-token" && len(id) > 32 {
		for key, token := range w.AccessTokens {
			if key[:32] == id[:32] {
				return token, true
			}
		}
	}
	token, ok := w.AccessTokens[id]
	return token, ok
}

func (w *wallet) sendOTP(body []byte) (map[string]any, error) {
	var r otpRequest
	if json.Unmarshal(body, &r) != nil {
		return nil, illegal
	}
	err := first(required(r.AcquirerID, 64), required(r.PspID, 64), required(r.AccessToken, 128), oneOf(r.VerifyType, "MOBILE", "EMAIL"))
	if err != nil {
		return nil, err
	}
	token, ok := w.tokenOf(*r.AccessToken)
	if !ok || (token.Scope != "OTP" && slip != "scope-unchecked") {
		return nil, refusal("INVALID_TOKEN")
	}
	if token.State == "EXPIRED" {
		return nil, refusal("EXPIRED_ACCESS_TOKEN")
	}
	user, err := w.customerOf(token.CustomerID)
	if err != nil {
		return nil, err
	}
	address := user.Mobile
	if r.VerifyType != nil && *r.VerifyType == "EMAIL" {
		address = user.Email
	}
	if address == nil {
		return nil, refusal("PROCESS_FAIL")
	}
	if err := w.count(*r.AccessToken); err != nil {
		return nil, err
	}
	return map[string]any{"verifyRequestId": newID()}, nil
}

func (w *wallet) count(key string) error {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.sent[key]++
	if w.sent[key] > 20 {
		return refusal("OTP_SEND_TIMES_EXCEED_LIMIT")
	}
	return nil
}

func (w *wallet) ownerOf(reference string) (string, bool) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	owner, ok := w.TokenReferences[reference]
	return owner, ok
}

func (w *wallet) sendActivationCode(body []byte) (map[string]any, error) {
	var r activationRequest
	if json.Unmarshal(body, &r) != nil || r.Activation == nil {
		return nil, illegal
	}
	if err := first(required(r.TokenReferenceID, 64), optional(r.CustomerID, 64), date(r.ExpiryTime)); err != nil {
		return nil, err
	}
	id, ok := w.ownerOf(*r.TokenReferenceID)
	if r.CustomerID != nil && *r.CustomerID != "" {
		id, ok = *r.CustomerID, true
	}
	if !ok {
		return nil, refusal("PROCESS_FAIL")
	}
	if _, err := w.customerOf(id); err != nil {
		return nil, err
	}
	if method, ok := r.Activation["activationMethod"].(map[string]any); ok && method["type"] == "CARDHOLDER_TO_CALL_MANNED_NUMBER" {
		return nil, refusal("ACTIVATION_METHOD_NOT_SUPPORTED")
	}
	return nil, w.count(*r.TokenReferenceID)
}

func (w *wallet) tokenActivationNotification(body []byte) (map[string]any, error) {
	var r notification
	if json.Unmarshal(body, &r) != nil || r.TokenData == nil {
		return nil, illegal
	}
	err := first(required(r.TokenReferenceID, 64), optional(r.CustomerID, 64), optional(r.WalletID, 16), optional(r.TokenRequestorID, 16),
		optional(r.SecureElementID, 128), oneOf(r.AccountSource, sources...), date(r.ServiceRequestTime), date(r.TokenActivatedTime))
	if err != nil {
		return nil, err
	}
	id, ok := w.ownerOf(*r.TokenReferenceID)
	if !ok {
		return nil, refusal("PROCESS_FAIL")
	}
	if r.CustomerID != nil && *r.CustomerID != "" {
		id = *r.CustomerID
	}
	_, err = w.customerOf(id, "USER_STATUS_ABNORMAL", "OTP_SEND_TIMES_EXCEED_LIMIT")
	if err == refusal("USER_NOT_EXIST") {
		return nil, nil
	}
	return nil, err
}

func (w *wallet) tokenDigitizeDecision(body []byte) (map[string]any, error) {
	var r digitization
	if json.Unmarshal(body, &r) != nil {
		return nil, illegal
	}
	err := first(required(r.TokenReferenceID, 64), optional(r.CustomerID, 64), required(r.TokenType, 16),
		oneOf(r.TokenType, "EMBEDDED_SE", "CLOUD", "STATIC"), optional(r.WalletID, 16), optional(r.TokenRequestorID, 16),
		optional(r.ConsumerFacingEntityName, 128), optional(r.PaymentAppInstanceID, 64), oneOf(r.AccountSource, sources...),
		optional(r.AccountIDHash, 64), optional(r.MobileNumberSuffix, 32))
	if err != nil {
		return nil, err
	}
	if r.CustomerID == nil || *r.CustomerID == "" {
		return map[string]any{"decision": "DECLINED"}, nil
	}
	user, err := w.customerOf(*r.CustomerID, "OTP_SEND_TIMES_EXCEED_LIMIT")
	if err != nil {
		return nil, err
	}
	w.mutex.Lock()
	w.TokenReferences[*r.TokenReferenceID] = *r.CustomerID
	w.mutex.Unlock()
	switch user.Risk {
	case "LOW":
		return map[string]any{"decision": "APPROVED"}, nil
	case "HIGH":
		return map[string]any{"decision": "DECLINED"}, nil
	}
	methods := []map[string]string{}
	if user.Mobile != nil {
		methods = append(methods, map[string]string{"type": "TEXT_TO_CARDHOLDER_NUMBER", "value": *user.Mobile})
	}
	if user.Email != nil {
		methods = append(methods, map[string]string{"type": "EMAIL_TO_CARDHOLDER_ADDRESS", "value": *user.Email})
	}
	if len(methods) == 0 {
		return nil, refusal("USER_NO_ACTIVATE_METHOD")
	}
	return map[string]any{"decision": "REQUIRE_ADDITIONAL_AUTHENTICATION", "activationMethods": methods}, nil
}
