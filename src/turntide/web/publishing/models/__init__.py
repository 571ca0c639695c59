"""What is kept of what is public."""

from turntide.web.publishing.models.follower import Follower, Followers
from turntide.web.publishing.models.site import PlainWords, Publication, Publications, PublicPlan, PublicSite

__all__ = ["Follower", "Followers", "PlainWords", "PublicPlan", "PublicSite", "Publication", "Publications"]
