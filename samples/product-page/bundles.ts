/** Bundles on a product page: asks for them, shows them, and tells what was seen and chosen. No dependencies. */

export interface Shop {
  /** Where the API answers, such as https://bundles.example. The page's origin must be among the shop's allowed ones. */
  url: string;
  shop: string;
  /** A read key: whoever opens the page can see it. Never an admin key. */
  key: string;
  /** Only with the visitor's consent; the same from visit to visit. */
  visitorId?: string;
}

export interface Bundle {
  bundleId: string;
  title?: string;
  items: { productId: string; quantity: number; title?: string; imageUrl?: string }[];
  price: { currency: string; list: number; offer: number };
  reasons?: string[];
}

export interface Answer {
  recommendationId: string;
  bundles: Bundle[];
}

/** The bundles of a product; none where the service cannot be reached, so that the page never waits for it in vain. */
export async function bundlesOf(shop: Shop, productId: string, limit = 3): Promise<Answer> {
  const query = new URLSearchParams({ limit: String(limit), decorate: "true" });
  if (shop.visitorId) {
    query.set("visitorId", shop.visitorId);
  }
  try {
    const response = await fetch(`${shop.url}/api/v1/${shop.shop}/products/${encodeURIComponent(productId)}/bundles?${query}`, {
      headers: { "x-api-key": shop.key, "accept-language": document.documentElement.lang || "en" },
      signal: AbortSignal.timeout(2000),
    });
    return response.ok ? ((await response.json()) as Answer) : { recommendationId: "", bundles: [] };
  } catch {
    return { recommendationId: "", bundles: [] };
  }
}

/** Tells what became of bundles; what cannot be sent is lost, and the page goes on. */
export async function tell(shop: Shop, answer: Answer, type: "impression" | "click" | "add_to_cart", bundles: Bundle[]): Promise<void> {
  const occurredAt = new Date().toISOString();
  const events = bundles.map((bundle) => ({
    type,
    occurredAt,
    visitorId: shop.visitorId,
    recommendationId: answer.recommendationId,
    bundleId: bundle.bundleId,
    items: bundle.items.map(({ productId, quantity }) => ({ productId, quantity })),
  }));
  if (events.length > 0 && shop.visitorId) {
    await fetch(`${shop.url}/api/v1/${shop.shop}/events`, {
      method: "POST",
      headers: { "x-api-key": shop.key, "content-type": "application/json" },
      body: JSON.stringify(events),
      keepalive: true, // it is sent even where the visitor leaves the page
    }).catch(() => undefined);
  }
}

/** Shows a product's bundles in an element; `choose` puts what the visitor takes into the shop's own cart. */
export async function show(shop: Shop, productId: string, into: HTMLElement, choose: (bundle: Bundle) => void): Promise<void> {
  const answer = await bundlesOf(shop, productId);
  into.replaceChildren(
    ...answer.bundles.map((bundle) => {
      const card = document.createElement("article");
      card.dataset.bundle = bundle.bundleId;
      const price = new Intl.NumberFormat(document.documentElement.lang || "en", { style: "currency", currency: bundle.price.currency });
      const title = document.createElement("h3");
      title.textContent = bundle.title ?? bundle.items.map((item) => item.title ?? item.productId).join(" + ");
      const reason = document.createElement("p");
      reason.textContent = bundle.reasons?.[0] ?? "";
      const take = document.createElement("button");
      take.textContent = `${bundle.items.length} for ${price.format(bundle.price.offer)}`;
      take.addEventListener("click", () => {
        choose(bundle);
        void tell(shop, answer, "click", [bundle]);
      });
      card.append(title, reason, take);
      return card;
    }),
  );
  await tell(shop, answer, "impression", answer.bundles);
}
