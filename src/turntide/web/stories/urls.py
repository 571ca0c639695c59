"""Addresses of the stories app, beneath a place."""

from django.urls import path

from turntide.web.stories.views import picturing, stories, telling

urlpatterns = [
    path("stories/", stories.stories, name="stories"),
    path("stories/new/", telling.new, name="story_new"),
    path("stories/<uuid:id>/", stories.story, name="story"),
    path("stories/<uuid:id>/edit/", telling.edit, name="story_edit"),
    path("stories/<uuid:id>/undo/", telling.undo, name="story_undo"),
    path("stories/<uuid:id>/withdraw/", telling.withdraw, name="story_withdraw"),
    path("stories/<uuid:id>/agree/", telling.agree, name="story_agree"),
    path("stories/<uuid:id>/retire/", telling.retire, name="story_retire"),
    path("stories/<uuid:id>/restore/", telling.restore, name="story_restore"),
    path("stories/<uuid:id>/picture/", picturing.add, name="story_picture_add"),
    path("pictures/<int:id>/", stories.picture, name="story_picture"),
    path("pictures/<int:id>/remove/", picturing.remove, name="story_picture_remove"),
]
