/** What the bodies of the four operations must be; Jackson fills the fields, and a scalar of another type becomes text. */

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;

class Bodies {
  static class Refusal extends RuntimeException {
    Refusal(String code) {
      super(code);
    }
  }

  public static class OtpRequest {
    public String acquirerId, pspId, accessToken, verifyType;
  }

  public static class ActivationRequest {
    public String tokenReferenceId, customerId, expiryTime;
    public Map<String, Object> activation;
  }

  public static class Notification {
    public String tokenReferenceId, customerId, walletId, tokenRequestorId, secureElementId;
    public String accountSource, serviceRequestTime, tokenActivatedTime;
    public Map<String, Object> tokenData;
  }

  public static class Digitization {
    public String tokenReferenceId, customerId, tokenType, walletId, tokenRequestorId, consumerFacingEntityName;
    public String paymentAppInstanceId, accountSource, accountIdHash, mobileNumberSuffix;
    public Map<String, Object> accountHolder, walletProviderDecisioningInfo, deviceInfo, associatedToken;
    public Map<String, Object> aplusDecisioningInfo;
  }

  static void check(boolean holds) {
    if (!holds) throw new Refusal("PARAM_ILLEGAL");
  }

  static void required(String value, int limit) {
    check(value != null && !value.isEmpty() && value.length() <= limit);
  }

  static void optional(String value, int limit) {
    if (Server.SLIP.equals("null-optional-page")) check(value.length() <= limit);
    check(value == null || value.length() <= limit);
  }

  static void oneOf(String value, Set<String> values) {
    check(value == null || values.contains(value));
  }

  static void date(String value) {
    check(value != null);
    try {
      OffsetDateTime.parse(value, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    } catch (DateTimeException error) {
      throw new Refusal("PARAM_ILLEGAL");
    }
  }
}
