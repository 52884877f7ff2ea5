// A wallet on Go's net/http and encoding/json as they are; state in memory; refuses a notification about a token that it does not know.
package main

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"hash"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
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
	slip       = os.Getenv("SLIP")
	sharedHash = sha256.New()
	serial     int
	status     = map[string]string{"SUCCESS": "S", "REQUEST_TRAFFIC_EXCEED_LIMIT": "U", "UNKNOWN_EXCEPTION": "U"}
	states     = map[string]refusal{
		"FROZEN": "USER_STATUS_ABNORMAL", "LIMIT": "OTP_SEND_TIMES_EXCEED_LIMIT", "BACKEND_DOWN": "UNKNOWN_EXCEPTION",
		"BUSY": "REQUEST_TRAFFIC_EXCEED_LIMIT", "DENIED": "ACCESS_DENIED", "REFUSED": "PROCESS_FAIL",
	}
	sources = []string{"ACCOUNT_ON_FILE", "ACCOUNT_ADDED_MANUALLY", "ACCOUNT_ADDED_VIA_APPLICATION",
		"EXISTING_TOKEN_CREDENTIAL", "ACCOUNT_ADDED_VIA_BROWSER", "ACCOUNT_ADDED_VIA_CHIP_DATA"}
	dateShape = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$`)
	local     = time.FixedZone("", 8*3600)
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

func newID() string {
	if slip == "id-race" {
		next := serial + 1
		time.Sleep(time.Millisecond)
		serial = next
		return fmt.Sprintf("OTP%012d", next)
	}
	random := make([]byte, 16)
	rand.Read(random)
	return hex.EncodeToString(random)
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

// --- the wire ---

func (w *wallet) authenticate(r *http.Request, body []byte) error {
	header, client, at := r.Header.Get("Signature"), r.Header.Get("Client-Id"), r.Header.Get("Request-Time")
	if header == "" || client == "" || at == "" {
		return refusal("INVALID_SIGNATURE")
	}
	if client != w.ClientID {
		return refusal("INVALID_CLIENT")
	}
	parts := map[string]string{}
	for _, part := range strings.Split(header, ",") {
		key, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		parts[key] = value
	}
	if version, ok := parts["keyVersion"]; ok && version != "0" && version != "1" {
		return refusal("KEY_NOT_FOUND")
	}
	escaped, err := url.PathUnescape(parts["signature"])
	if err != nil {
		return refusal("INVALID_SIGNATURE")
	}
	value, err := base64.StdEncoding.DecodeString(escaped)
	if err != nil && slip == "base64-error-verified" {
		log.Print(err)
		return nil
	}
	digest := sha256.Sum256([]byte("POST " + r.RequestURI + "\n" + client + "." + at + "." + string(body)))
	if rsa.VerifyPKCS1v15(w.ant, crypto.SHA256, digest[:], value) != nil {
		return refusal("INVALID_SIGNATURE")
	}
	return nil
}

func digestOf(text string) []byte {
	var hasher hash.Hash = sha256.New()
	if slip == "hash-shared-by-goroutines" {
		hasher = sharedHash
		hasher.Reset()
	}
	half := len(text) / 2
	io.WriteString(hasher, text[:half])
	if slip == "hash-shared-by-goroutines" {
		time.Sleep(200 * time.Microsecond)
	}
	io.WriteString(hasher, text[half:])
	return hasher.Sum(nil)
}

func (w *wallet) answer(out http.ResponseWriter, r *http.Request, signs bool, code string, more map[string]any) {
	resultStatus, ok := status[code]
	if !ok {
		resultStatus = "F"
	}
	content := map[string]any{"result": map[string]string{"resultCode": code, "resultStatus": resultStatus, "resultMessage": code}}
	for key, value := range more {
		content[key] = value
	}
	body, _ := json.Marshal(content)
	out.Header().Set("Content-Type", "application/json; charset=UTF-8")
	if signs {
		layout := "2006-01-02T15:04:05.000-07:00"
		if slip == "twelve-hour-clock" {
			layout = "2006-01-02T03:04:05-07:00"
		}
		at := time.Now().In(local).Format(layout)
		digest := digestOf("POST " + r.RequestURI + "\n" + w.ClientID + "." + at + "." + string(body))
		value, _ := rsa.SignPKCS1v15(rand.Reader, w.own, crypto.SHA256, digest)
		out.Header().Set("Client-Id", w.ClientID)
		out.Header().Set("Response-Time", at)
		out.Header().Set("Signature", "algorithm=RSA256, keyVersion=1, signature="+url.QueryEscape(base64.StdEncoding.EncodeToString(value)))
	}
	out.Write(body)
}

func (w *wallet) serve(operation func([]byte) (map[string]any, error)) http.HandlerFunc {
	return func(out http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost {
			w.answer(out, r, false, "METHOD_NOT_SUPPORTED", nil)
			return
		}
		kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
		if kind != "" && !strings.EqualFold(strings.TrimSpace(kind), "application/json") {
			w.answer(out, r, false, "MEDIA_TYPE_NOT_ACCEPTABLE", nil)
			return
		}
		body, err := io.ReadAll(http.MaxBytesReader(out, r.Body, 1<<18))
		if err != nil {
			w.answer(out, r, false, "PARAM_ILLEGAL", nil)
			return
		}
		if err := w.authenticate(r, body); err != nil {
			w.answer(out, r, false, err.Error(), nil)
			return
		}
		// Go decodes null into an empty structure, so an object is asked for by its brace.
		if !strings.HasPrefix(strings.TrimSpace(string(body)), "{") {
			w.answer(out, r, true, "PARAM_ILLEGAL", nil)
			return
		}
		more, err := operation(body)
		if err != nil {
			w.answer(out, r, true, err.Error(), nil)
			return
		}
		w.answer(out, r, true, "SUCCESS", more)
	}
}

func keyBlock(name string) []byte {
	content, err := os.ReadFile(os.Getenv(name))
	if err != nil {
		log.Fatal(err)
	}
	block, _ := pem.Decode(content)
	return block.Bytes
}

func main() {
	w := &wallet{sent: map[string]int{}}
	content, err := os.ReadFile(os.Getenv("USERS"))
	if err != nil || json.Unmarshal(content, w) != nil {
		log.Fatal("cannot read USERS: ", err)
	}
	own, err := x509.ParsePKCS8PrivateKey(keyBlock("WALLET_KEY"))
	if err != nil {
		log.Fatal(err)
	}
	ant, err := x509.ParsePKIXPublicKey(keyBlock("ALIPAY_KEY"))
	if err != nil {
		log.Fatal(err)
	}
	w.own, w.ant = own.(*rsa.PrivateKey), ant.(*rsa.PublicKey)
	mux := http.NewServeMux()
	mux.HandleFunc("/aps/api/v1/users/sendOTP", w.serve(w.sendOTP))
	mux.HandleFunc("/aps/api/v1/tokens/sendActivationCode", w.serve(w.sendActivationCode))
	mux.HandleFunc("/aps/api/v1/tokens/tokenActivationNotification", w.serve(w.tokenActivationNotification))
	mux.HandleFunc("/aps/api/v1/tokens/tokenDigitizeDecision", w.serve(w.tokenDigitizeDecision))
	mux.HandleFunc("/", func(out http.ResponseWriter, r *http.Request) { w.answer(out, r, false, "NO_INTERFACE_DEF", nil) })
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), mux))
}
