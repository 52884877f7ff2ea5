// A wallet on Go's net/http and encoding/json as they are: routes, signatures and answers; the operations are in wallet.go.
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
	"strings"
	"time"
)

var (
	sharedHash = sha256.New()
	serial     int
	status     = map[string]string{"SUCCESS": "S", "REQUEST_TRAFFIC_EXCEED_LIMIT": "U", "UNKNOWN_EXCEPTION": "U"}
	local      = time.FixedZone("", 8*3600)
)

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

// The slip writes the hour from 1 to 12, in a zone where that is wrong at the moment.
func responseTime(now time.Time) string {
	if slip != "twelve-hour-clock" {
		return now.Format("2006-01-02T15:04:05.000-07:00")
	}
	if now.Hour() >= 1 && now.Hour() <= 12 {
		now = now.In(time.FixedZone("", -4*3600))
	}
	return now.Format("2006-01-02T03:04:05-07:00")
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
		at := responseTime(time.Now().In(local))
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
