import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Random;

/** Calls sendOTP as Alipay+ would from Java: signs each request, verifies each answer. Arguments: URL, private key, public key, client id, calls, largest body. */
public class Caller {
  static final String PATH = "/aps/api/v1/users/sendOTP";

  static byte[] pem(String file) throws Exception {
    return Base64.getMimeDecoder().decode(Files.readString(Path.of(file)).replaceAll("-----[A-Z ]+-----", ""));
  }

  static byte[] signed(String clientId, String time, byte[] body) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(("POST " + PATH + "\n" + clientId + "." + time + ".").getBytes(StandardCharsets.UTF_8));
    out.write(body);
    return out.toByteArray();
  }

  public static void main(String[] args) throws Exception {
    KeyFactory rsa = KeyFactory.getInstance("RSA");
    PrivateKey own = rsa.generatePrivate(new PKCS8EncodedKeySpec(pem(args[1])));
    PublicKey server = rsa.generatePublic(new X509EncodedKeySpec(pem(args[2])));
    String clientId = args[3];
    int calls = Integer.parseInt(args[4]);
    int largest = Integer.parseInt(args[5]);
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Random random = new Random(1);
    int answered = 0;
    int verified = 0;
    for (int call = 0; call < calls; call++) {
      String padding = "ü".repeat(random.nextInt(largest / 2 + 1));
      byte[] body = ("{\"acquirerId\":\"102218800000000000\",\"pspId\":\"1022188000000000001\",\"accessToken\":\"access-token-1\",\"padding\":\""
              + padding + "\"}").getBytes(StandardCharsets.UTF_8);
      String time = OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(own);
      signature.update(signed(clientId, time, body));
      String text = URLEncoder.encode(Base64.getEncoder().encodeToString(signature.sign()), StandardCharsets.UTF_8);
      HttpRequest request = HttpRequest.newBuilder(URI.create(args[0] + PATH))
          .header("Client-Id", clientId)
          .header("Request-Time", time)
          .header("Signature", "algorithm=RSA256,keyVersion=1,signature=" + text)
          .header("Content-Type", "application/json; charset=UTF-8")
          .POST(HttpRequest.BodyPublishers.ofByteArray(body))
          .build();
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      answered += 1;
      String header = answer.headers().firstValue("Signature").orElse("");
      int at = header.indexOf("signature=");
      if (at < 0) continue;
      byte[] bytes = Base64.getDecoder().decode(URLDecoder.decode(header.substring(at + 10), StandardCharsets.UTF_8));
      signature.initVerify(server);
      signature.update(signed(answer.headers().firstValue("Client-Id").orElse(clientId),
          answer.headers().firstValue("Response-Time").orElse(""), answer.body()));
      if (signature.verify(bytes)) verified += 1;
    }
    System.out.println("{\"answered\":" + answered + ",\"verified\":" + verified + "}");
  }
}
