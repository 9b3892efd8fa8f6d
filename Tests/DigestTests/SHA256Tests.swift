import Digest
import Testing

@Suite struct SHA256Tests {
  @Test func theStandardsExamplesAgree() {
    let cases = [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ]
    for (text, digest) in cases { #expect(SHA256.hexadecimal(text) == digest) }
  }

  @Test func aMillionLettersInPiecesGiveTheKnownDigest() {
    var digest = SHA256()
    var left = 1_000_000
    var piece = 1
    while left > 0 {
      let count = min(piece, left)
      digest.update([UInt8](repeating: UInt8(ascii: "a"), count: count))
      left -= count
      piece = piece * 3 % 1009 + 1
    }
    #expect(
      digest.finalized().prefix(4) == [0xcd, 0xc7, 0x6e, 0x5c])
  }
}
