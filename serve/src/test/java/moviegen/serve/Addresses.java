package moviegen.serve;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The network addresses of this machine: the usual loopback one, another, and all that are no
 * loopback.
 */
final class Addresses {
  private Addresses() {}

  static List<String> ofThisMachine() throws SocketException {
    var others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
            .map(InetAddress::getHostAddress);
    return Stream.concat(Stream.of("127.0.0.1", "127.0.0.2"), others).toList();
  }
}
