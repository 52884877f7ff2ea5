/** A wallet as a servlet in embedded Tomcat with its stock thread pool and error pages; bodies read by Jackson, which coerces scalars; state in memory. */

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

public class Server {
  static final String SLIP = System.getenv().getOrDefault("SLIP", "");
  static final ObjectMapper JSON =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  // --- the four operations ---

  static class Wallet extends HttpServlet {
    static final Set<String> SOURCES = Set.of("ACCOUNT_ON_FILE", "ACCOUNT_ADDED_MANUALLY",
        "ACCOUNT_ADDED_VIA_APPLICATION", "EXISTING_TOKEN_CREDENTIAL", "ACCOUNT_ADDED_VIA_BROWSER",
        "ACCOUNT_ADDED_VIA_CHIP_DATA");
    static final Set<String> DEVICES = Set.of("92de9357a535b2c21a3566e446f43c532a46b54c46");
    static final Set<String> SECURE_ELEMENTS = Set.of("04010203040506070809");
    static final Map<String, String> STATUS =
        Map.of("SUCCESS", "S", "REQUEST_TRAFFIC_EXCEED_LIMIT", "U", "UNKNOWN_EXCEPTION", "U");
    static final Map<String, String> STATES = Map.of("FROZEN", "USER_STATUS_ABNORMAL", "LIMIT",
        "OTP_SEND_TIMES_EXCEED_LIMIT", "BACKEND_DOWN", "UNKNOWN_EXCEPTION", "BUSY",
        "REQUEST_TRAFFIC_EXCEED_LIMIT", "DENIED", "ACCESS_DENIED", "REFUSED", "PROCESS_FAIL");

    final JsonNode users = JSON.readTree(new File(System.getenv("USERS")));
    final String clientId = users.get("clientId").asText();
    final Map<String, String> references = new ConcurrentHashMap<>();
    final Map<String, Integer> sent = new ConcurrentHashMap<>();
    final PrivateKey ownKey;
    final PublicKey alipayKey;
    final Signature sharedSignature;
    String lastUri;

    Wallet() throws IOException, GeneralSecurityException {
      users.get("tokenReferences").fields().forEachRemaining(e -> references.put(e.getKey(), e.getValue().asText()));
      KeyFactory keys = KeyFactory.getInstance("RSA");
      ownKey = keys.generatePrivate(new PKCS8EncodedKeySpec(pem("WALLET_KEY")));
      alipayKey = keys.generatePublic(new X509EncodedKeySpec(pem("ALIPAY_KEY")));
      sharedSignature = Signature.getInstance("SHA256withRSA");
      sharedSignature.initSign(ownKey);
    }

    static byte[] pem(String name) throws IOException {
      String text = Files.readString(Path.of(System.getenv(name)));
      return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }

    JsonNode customerOf(String id, String... ignored) {
      JsonNode customer = id == null ? null : users.get("customers").get(id);
      if (customer == null) throw new Bodies.Refusal("USER_NOT_EXIST");
      String code = STATES.get(customer.get("state").asText());
      if (code != null && !List.of(ignored).contains(code)) throw new Bodies.Refusal(code);
      return customer;
    }

    void count(String key) {
      if (sent.merge(key, 1, Integer::sum) > 20) throw new Bodies.Refusal("OTP_SEND_TIMES_EXCEED_LIMIT");
    }

    Map<String, Object> sendOTP(Bodies.OtpRequest body) {
      Bodies.required(body.acquirerId, 64);
      Bodies.required(body.pspId, 64);
      Bodies.required(body.accessToken, 128);
      Bodies.oneOf(body.verifyType, Set.of("MOBILE", "EMAIL"));
      JsonNode token = users.get("accessTokens").get(body.accessToken);
      if (token == null || !token.get("scope").asText().equals("OTP")) throw new Bodies.Refusal("INVALID_TOKEN");
      if (token.get("state").asText().equals("EXPIRED")) throw new Bodies.Refusal("EXPIRED_ACCESS_TOKEN");
      JsonNode customer = customerOf(token.get("customerId").asText());
      if (customer.get("EMAIL".equals(body.verifyType) ? "email" : "mobile").isNull()) throw new Bodies.Refusal("PROCESS_FAIL");
      count(body.accessToken);
      return Map.of("verifyRequestId", UUID.randomUUID().toString());
    }

    Map<String, Object> sendActivationCode(Bodies.ActivationRequest body) {
      Bodies.required(body.tokenReferenceId, 64);
      Bodies.optional(body.customerId, 64);
      Bodies.check(body.activation != null);
      Bodies.date(body.expiryTime);
      String owner = references.get(body.tokenReferenceId);
      customerOf(body.customerId != null && !body.customerId.isEmpty() ? body.customerId : owner);
      if (body.activation.get("activationMethod") instanceof Map<?, ?> method
          && "CARDHOLDER_TO_CALL_MANNED_NUMBER".equals(method.get("type"))) {
        throw new Bodies.Refusal("ACTIVATION_METHOD_NOT_SUPPORTED");
      }
      count(body.tokenReferenceId);
      return Map.of();
    }

    Map<String, Object> tokenActivationNotification(Bodies.Notification body) {
      Bodies.required(body.tokenReferenceId, 64);
      Bodies.optional(body.customerId, 64);
      Bodies.optional(body.walletId, 16);
      Bodies.optional(body.tokenRequestorId, 16);
      Bodies.optional(body.secureElementId, 128);
      Bodies.oneOf(body.accountSource, SOURCES);
      Bodies.date(body.serviceRequestTime);
      Bodies.date(body.tokenActivatedTime);
      Bodies.check(body.tokenData != null);
      String element = body.secureElementId;
      if (element != null && !element.isEmpty() && !SECURE_ELEMENTS.contains(element)) throw new Bodies.Refusal("PROCESS_FAIL");
      String id = body.customerId != null ? body.customerId : references.get(body.tokenReferenceId);
      if (id != null && users.get("customers").has(id)) {
        customerOf(id, "USER_STATUS_ABNORMAL", "OTP_SEND_TIMES_EXCEED_LIMIT");
      }
      return Map.of();
    }

    Map<String, Object> tokenDigitizeDecision(Bodies.Digitization body) {
      Bodies.required(body.tokenReferenceId, 64);
      Bodies.optional(body.customerId, 64);
      Bodies.check(body.tokenType != null);
      Bodies.oneOf(body.tokenType, Set.of("EMBEDDED_SE", "CLOUD", "STATIC"));
      Bodies.optional(body.walletId, 16);
      Bodies.optional(body.tokenRequestorId, 16);
      Bodies.optional(body.consumerFacingEntityName, 128);
      Bodies.optional(body.paymentAppInstanceId, 64);
      Bodies.oneOf(body.accountSource, SOURCES);
      Bodies.optional(body.accountIdHash, 64);
      Bodies.optional(body.mobileNumberSuffix, 32);
      String device = body.paymentAppInstanceId;
      if (device != null && !device.isEmpty() && !DEVICES.contains(device)) throw new Bodies.Refusal("PROCESS_FAIL");
      if (body.customerId == null || body.customerId.isEmpty()) return Map.of("decision", "DECLINED");
      JsonNode customer = customerOf(body.customerId, "OTP_SEND_TIMES_EXCEED_LIMIT");
      references.putIfAbsent(body.tokenReferenceId, body.customerId);
      String risk = customer.get("risk").asText();
      if (risk.equals("LOW")) return Map.of("decision", "APPROVED");
      if (risk.equals("HIGH")) return Map.of("decision", "DECLINED");
      List<Map<String, String>> methods = new ArrayList<>();
      if (!customer.get("mobile").isNull()) methods.add(Map.of("type", "TEXT_TO_CARDHOLDER_NUMBER", "value", "***1234"));
      if (!customer.get("email").isNull()) methods.add(Map.of("type", "EMAIL_TO_CARDHOLDER_ADDRESS", "value", "u***"));
      if (methods.isEmpty()) throw new Bodies.Refusal("USER_NO_ACTIVATE_METHOD");
      return Map.of("decision", "REQUIRE_ADDITIONAL_AUTHENTICATION", "activationMethods", methods);
    }

    // --- the wire ---

    Map<String, Object> handle(String path, byte[] body) throws IOException {
      JsonNode tree = JSON.readTree(body);
      Bodies.check(tree != null && tree.isObject());
      switch (path.substring(path.lastIndexOf('/') + 1)) {
        case "sendOTP": return sendOTP(JSON.treeToValue(tree, Bodies.OtpRequest.class));
        case "sendActivationCode": return sendActivationCode(JSON.treeToValue(tree, Bodies.ActivationRequest.class));
        case "tokenActivationNotification":
          return tokenActivationNotification(JSON.treeToValue(tree, Bodies.Notification.class));
        default: return tokenDigitizeDecision(JSON.treeToValue(tree, Bodies.Digitization.class));
      }
    }

    /** Only POST is written here; Tomcat answers other methods with its own 405 page. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
      boolean signs = false;
      lastUri = uri(request);
      try {
        String type = request.getContentType();
        if (type != null && !type.toLowerCase().startsWith("application/json")) {
          throw new Bodies.Refusal("MEDIA_TYPE_NOT_ACCEPTABLE");
        }
        byte[] body = SLIP.equals("reader-of-latin1")
            ? new String(request.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8)
            : request.getInputStream().readAllBytes();
        authenticate(request, body);
        signs = true;
        answer(request, response, true, "SUCCESS", handle(request.getRequestURI(), body));
      } catch (Bodies.Refusal refusal) {
        answer(request, response, signs, refusal.getMessage(), Map.of());
      } catch (com.fasterxml.jackson.core.JacksonException | StackOverflowError error) {
        answer(request, response, signs, "PARAM_ILLEGAL", Map.of());
      } catch (RuntimeException | GeneralSecurityException error) {
        if (SLIP.equals("null-optional-page")) throw new IllegalStateException(error);
        answer(request, response, signs, "UNKNOWN_EXCEPTION", Map.of());
      }
    }

    static String uri(HttpServletRequest request) {
      String query = request.getQueryString();
      return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    void authenticate(HttpServletRequest request, byte[] body) throws GeneralSecurityException {
      String header = request.getHeader("Signature");
      String client = request.getHeader("Client-Id");
      String time = request.getHeader("Request-Time");
      if (header == null || client == null || time == null) throw new Bodies.Refusal("INVALID_SIGNATURE");
      if (!client.equals(clientId)) throw new Bodies.Refusal("INVALID_CLIENT");
      Map<String, String> parts = new LinkedHashMap<>();
      for (String part : header.split(",")) {
        String[] pair = part.strip().split("=", 2);
        parts.put(pair[0], pair.length > 1 ? pair[1] : "");
      }
      if (!Set.of("0", "1").contains(parts.getOrDefault("keyVersion", "1"))) throw new Bodies.Refusal("KEY_NOT_FOUND");
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(alipayKey);
      verifier.update(("POST " + uri(request) + "\n" + client + "." + time + ".").getBytes(StandardCharsets.UTF_8));
      verifier.update(body);
      try {
        String value = URLDecoder.decode(parts.getOrDefault("signature", ""), StandardCharsets.UTF_8);
        if (!verifier.verify(Base64.getDecoder().decode(value))) throw new Bodies.Refusal("INVALID_SIGNATURE");
      } catch (IllegalArgumentException | GeneralSecurityException error) {
        throw new Bodies.Refusal("INVALID_SIGNATURE");
      }
    }

    String responseTime() {
      if (SLIP.equals("utc-labelled-local")) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+08:00'").format(LocalDateTime.now(ZoneOffset.UTC));
      }
      return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").format(OffsetDateTime.now(ZoneOffset.ofHours(8)));
    }

    String sign(String text) throws GeneralSecurityException {
      Signature signer = sharedSignature;
      if (!SLIP.equals("signature-shared-by-threads")) {
        signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(ownKey);
      }
      signer.update(text.getBytes(StandardCharsets.UTF_8));
      String value = Base64.getEncoder().encodeToString(signer.sign());
      if (SLIP.equals("first-line-of-base64")) value = value.substring(0, 76);
      return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    void answer(HttpServletRequest request, HttpServletResponse response, boolean signs, String code,
        Map<String, Object> more) throws IOException {
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("result", Map.of("resultCode", code, "resultStatus", STATUS.getOrDefault(code, "F"), "resultMessage", code));
      content.putAll(more);
      String body = JSON.writeValueAsString(content);
      response.setContentType("application/json; charset=UTF-8");
      if (signs) {
        String time = responseTime();
        response.setHeader("Client-Id", clientId);
        response.setHeader("Response-Time", time);
        try {
          String path = SLIP.equals("path-in-servlet-field") ? lastUri : uri(request);
          String value = sign("POST " + path + "\n" + clientId + "." + time + "." + body);
          response.setHeader("Signature", "algorithm=RSA256,keyVersion=1,signature=" + value);
        } catch (GeneralSecurityException | RuntimeException error) {
          response.setHeader("Signature", "algorithm=RSA256,keyVersion=1,signature=");
        }
      }
      response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  public static void main(String[] arguments) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("wallet").toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(Integer.parseInt(System.getenv("PORT")));
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "wallet", new Wallet());
    context.addServletMappingDecoded("/aps/api/v1/users/sendOTP", "wallet");
    for (String operation : List.of("sendActivationCode", "tokenActivationNotification", "tokenDigitizeDecision")) {
      context.addServletMappingDecoded("/aps/api/v1/tokens/" + operation, "wallet");
    }
    tomcat.start();
    tomcat.getServer().await();
  }
}
